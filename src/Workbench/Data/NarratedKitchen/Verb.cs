namespace Workbench.Data.NarratedKitchen;

/// <summary>What is done. Each verb has a tool, a hand pose and a trace that show it in a single frame.</summary>
public enum Verb
{
    Cut,
    Peel,
    Crack,
    Pour,
    Whisk,
    Stir,
    Sprinkle,
    Roll,
    Knead,
    Fry,
    Grate,
    Squeeze,
    Wash,
}
