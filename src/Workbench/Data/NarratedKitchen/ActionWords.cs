namespace Workbench.Data.NarratedKitchen;

/// <summary>How people speak of an action: the verb in its forms, the object, and the tool or place that goes with it.</summary>
/// <param name="Verb">"cut"; sometimes a synonym is used instead, see <see cref="Synonyms"/>.</param>
/// <param name="Third">"cuts".</param>
/// <param name="Ing">"cutting".</param>
/// <param name="Object">"tomato".</param>
/// <param name="How">"with a knife".</param>
internal sealed record ActionWords(string Verb, string Third, string Ing, string Object, string How)
{
    public static ActionWords Of(KitchenAction action) => action.Verb switch
    {
        NarratedKitchen.Verb.Cut => new("cut", "cuts", "cutting", action.ObjectWord, "with a knife on a board"),
        NarratedKitchen.Verb.Peel => new("peel", "peels", "peeling", action.ObjectWord, "with a peeler"),
        NarratedKitchen.Verb.Crack => new("crack", "cracks", "cracking", action.ObjectWord, "into a bowl"),
        NarratedKitchen.Verb.Pour => new("pour", "pours", "pouring", action.ObjectWord, "into a bowl"),
        NarratedKitchen.Verb.Whisk => new("whisk", "whisks", "whisking", action.ObjectWord, "in a bowl"),
        NarratedKitchen.Verb.Stir => new("stir", "stirs", "stirring", action.ObjectWord, "in a pot with a spoon"),
        NarratedKitchen.Verb.Sprinkle => new("sprinkle", "sprinkles", "sprinkling", action.ObjectWord, "over a plate"),
        NarratedKitchen.Verb.Roll => new("roll", "rolls", "rolling", action.ObjectWord, "with a rolling pin"),
        NarratedKitchen.Verb.Knead => new("knead", "kneads", "kneading", action.ObjectWord, "with both hands"),
        NarratedKitchen.Verb.Fry => new("fry", "fries", "frying", action.ObjectWord, "in a hot pan"),
        NarratedKitchen.Verb.Grate => new("grate", "grates", "grating", action.ObjectWord, "on a grater"),
        NarratedKitchen.Verb.Squeeze => new("squeeze", "squeezes", "squeezing", action.ObjectWord, "into a glass"),
        _ => new("wash", "washes", "washing", action.ObjectWord, "under the tap"),
    };

    /// <summary>Other words for the verb, as narrators use them.</summary>
    public static IReadOnlyList<string> Synonyms(Verb verb) => verb switch
    {
        NarratedKitchen.Verb.Cut => ["chop", "slice"],
        NarratedKitchen.Verb.Crack => ["break"],
        NarratedKitchen.Verb.Whisk => ["beat"],
        NarratedKitchen.Verb.Stir => ["mix"],
        NarratedKitchen.Verb.Sprinkle => ["scatter"],
        NarratedKitchen.Verb.Fry => ["cook"],
        NarratedKitchen.Verb.Grate => ["shred"],
        NarratedKitchen.Verb.Squeeze => ["press"],
        NarratedKitchen.Verb.Wash => ["rinse"],
        _ => [],
    };
}
