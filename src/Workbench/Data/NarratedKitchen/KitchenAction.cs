namespace Workbench.Data.NarratedKitchen;

/// <summary>A verb-object pair; <see cref="All"/> lists the 34 that make sense.</summary>
public readonly record struct KitchenAction(Verb Verb, Ingredient Ingredient)
{
    private static readonly (Verb Verb, Ingredient[] Objects)[] Table =
    [
        (Verb.Cut, [Ingredient.Tomato, Ingredient.Onion, Ingredient.Carrot, Ingredient.Cheese, Ingredient.Lemon, Ingredient.Dough]),
        (Verb.Peel, [Ingredient.Onion, Ingredient.Carrot, Ingredient.Lemon, Ingredient.Egg]),
        (Verb.Crack, [Ingredient.Egg]),
        (Verb.Pour, [Ingredient.Milk, Ingredient.Egg]),
        (Verb.Whisk, [Ingredient.Egg, Ingredient.Milk]),
        (Verb.Stir, [Ingredient.Milk, Ingredient.Tomato, Ingredient.Onion]),
        (Verb.Sprinkle, [Ingredient.Cheese, Ingredient.Onion]),
        (Verb.Roll, [Ingredient.Dough]),
        (Verb.Knead, [Ingredient.Dough]),
        (Verb.Fry, [Ingredient.Egg, Ingredient.Onion, Ingredient.Tomato, Ingredient.Dough]),
        (Verb.Grate, [Ingredient.Carrot, Ingredient.Cheese, Ingredient.Lemon]),
        (Verb.Squeeze, [Ingredient.Lemon, Ingredient.Tomato]),
        (Verb.Wash, [Ingredient.Tomato, Ingredient.Carrot, Ingredient.Lemon]),
    ];

    /// <summary>Every action of the benchmark, in a fixed order.</summary>
    public static IReadOnlyList<KitchenAction> All { get; } =
        [.. Table.SelectMany(row => row.Objects.Select(o => new KitchenAction(row.Verb, o)))];

    /// <summary>"cut tomato".</summary>
    public string Label => $"{VerbWord} {ObjectWord}";

#pragma warning disable CA1308 // Labels are lower case in the public files.
    public string VerbWord => Verb.ToString().ToLowerInvariant();

    public string ObjectWord => Ingredient.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    public override string ToString() => Label;
}
