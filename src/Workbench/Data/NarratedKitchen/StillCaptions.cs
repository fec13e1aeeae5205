using Workbench.Data.NarratedKitchen.Drawing;

namespace Workbench.Data.NarratedKitchen;

/// <summary>Captions as the web has them: from a bare list of things to a whole sentence, in several wordings.</summary>
internal static class StillCaptions
{
    private static readonly string[] Places = ["in a kitchen", "on the counter", "at home", "in the kitchen", "close up", "on a table"];

    public static string Action(StableRandom random, KitchenAction action, Scene scene)
    {
        ActionWords words = ActionWords.Of(action);
        string verb = words.Verb, things = words.Object, article = $"{Article(things)} {things}";
        string sentence = random.Below(9) switch
        {
            0 => action.Label,
            1 => $"a hand {words.Third} {article} {words.How}",
            2 => $"{words.Ing} {article} {words.How}",
            3 => $"someone is {words.Ing} {article}",
            4 => $"{verb} the {things}",
            5 => $"a person {words.Ing} {things} {random.Pick(Places)}",
            6 => $"how to {verb} {article}",
            7 => $"{words.Ing} the {things} {words.How}",
            _ => $"a cook {words.Third} the {things}",
        };
        Thing beside = scene.Things.FirstOrDefault(t => t.Kind is { } kind && kind != action.Ingredient);
        if (beside.Kind is { } other && random.Chance(0.2))
            sentence += $" next to {Article(Name(other))} {Name(other)}";
        return sentence;
    }

    public static string Things(StableRandom random, Scene scene, Ingredient? worked)
    {
        var names = scene.Things.Select(t => t.Kind is { } kind ? Name(kind) : PropName(t.Prop)).ToList();
        if (worked is { } w)
            names.Insert(random.Below(names.Count + 1), Name(w));
        if (names.Count == 0)
            return random.Chance(0.5) ? "an empty kitchen counter" : "a clean kitchen";
        if (random.Chance(0.35))
        {
            Thing thing = scene.Things.Count > 0 ? random.Pick(scene.Things) : default;
            if (thing.Scale > 0)
            {
                string name = thing.Kind is { } kind ? $"{random.Pick(Colours(kind, scene.Look))} {Name(kind)}" : PropName(thing.Prop);
                string side = thing.X < 107 ? "on the left" : thing.X > 213 ? "on the right" : "in the middle";
                return $"{Article(name)} {name} {side}";
            }
        }
        var counted = names.GroupBy(n => n).Select(g => g.Count() == 1 ? $"{Article(g.Key)} {g.Key}" : $"{(g.Count() == 2 ? "two" : "three")} {Plural(g.Key)}").ToList();
        random.Shuffle(counted);
        string list = counted.Count == 1 ? counted[0] : $"{string.Join(", ", counted.Take(counted.Count - 1))} and {counted[^1]}";
        return random.Chance(0.6) ? $"{list} {random.Pick(Places)}" : list;
    }

    public static string Hand(StableRandom random, int kind, Ingredient held) => kind switch
    {
        0 => random.Chance(0.5) ? "a hand resting on the counter" : "an open hand on the table",
        1 => random.Chance(0.5) ? "a hand pointing at something" : "pointing with a finger",
        2 => random.Chance(0.5) ? "wiping the counter with a cloth" : "a hand cleans the table",
        _ => random.Chance(0.5) ? $"a hand holding {Article(Name(held))} {Name(held)}" : $"holding up {Article(Name(held))} {Name(held)}",
    };

    public static string Person(StableRandom random, Ingredient? shown)
    {
        string who = random.Pick(["a cook", "a person", "someone", "a chef"]);
        return shown is { } kind
            ? $"{who} shows {Article(Name(kind))} {Name(kind)} to the camera"
            : random.Chance(0.5) ? $"{who} talking to the camera" : $"{who} speaking in a kitchen";
    }

    public static string Broll(StableRandom random, int kind, Ingredient ingredient) => kind switch
    {
        0 => random.Chance(0.5) ? $"a plate with {Name(ingredient)}" : $"a finished dish with {Name(ingredient)} and cheese",
        1 => random.Chance(0.5) ? $"a heap of {Plural(Name(ingredient))}" : $"many {Plural(Name(ingredient))} on a market",
        _ => random.Chance(0.5) ? "a cup of hot coffee" : "a steaming cup on the table",
    };

    /// <summary>"cutting board".</summary>
    public static string NameOf(Prop prop) => PropName(prop);

    /// <summary>"a", "an" or "some".</summary>
    public static string ArticleOf(string word) => Article(word);

    /// <summary>"tomatoes".</summary>
    public static string PluralOf(string word) => Plural(word);

#pragma warning disable CA1308 // Captions are lower case.
    private static string Name(Ingredient kind) => kind.ToString().ToLowerInvariant();

    private static string PropName(Prop prop) => prop switch
    {
        Prop.Board => "cutting board",
        Prop.RollingPin => "rolling pin",
        Prop.Pan => "frying pan",
        _ => prop.ToString().ToLowerInvariant(),
    };
#pragma warning restore CA1308

    private static string Article(string word) => word is "milk" or "dough" or "cheese" ? "some" : "aeiou".Contains(word[0], StringComparison.Ordinal) ? "an" : "a";

    private static string Plural(string word) => word switch
    {
        "tomato" => "tomatoes",
        "dough" => "pieces of dough",
        "milk" => "cartons of milk",
        "cheese" => "pieces of cheese",
        "knife" => "knives",
        "glass" => "glasses",
        _ => word + "s",
    };

    private static string[] Colours(Ingredient kind, KitchenLook look) => kind switch
    {
        Ingredient.Tomato => ["red", "ripe"],
        Ingredient.Egg => look.Skinned(kind).B > 0.7 ? ["white"] : ["brown"],
        Ingredient.Onion => look.Skinned(kind).B > 0.3 ? ["purple", "red"] : ["brown", "yellow"],
        Ingredient.Carrot => ["orange"],
        Ingredient.Milk or Ingredient.Dough => ["white", "fresh"],
        _ => ["yellow"],
    };
}
