namespace Workbench.Data.NarratedKitchen;

/// <summary>What it is done to. Every kind also stands idle about the kitchen.</summary>
public enum Ingredient
{
    Tomato,
    Egg,
    Onion,
    Carrot,
    Dough,
    Milk,
    Cheese,
    Lemon,
}
