namespace Workbench.Data.NarratedKitchen;

/// <summary>What kinds of stills there are, and their size.</summary>
public sealed record StillOptions
{
    /// <summary>Size of the picture. 320×240 as the videos; anything else is drawn directly in that size, squashed, which is faster.</summary>
    public int Width { get; init; } = 320;

    /// <inheritdoc cref="Width"/>
    public int Height { get; init; } = 240;

    /// <summary>Share of pictures with an action; the rest are things, idle hands, cooks who talk, and dishes.</summary>
    public double ActionShare { get; init; } = 0.62;

    /// <summary>Share of the action pictures whose caption names the action (else only what is to be seen).</summary>
    public double CaptionNamesAction { get; init; } = 0.8;

    /// <summary>The layout of the scenes.</summary>
    public SceneOptions Scene { get; init; } = new() { CentralShare = 0.45 };
}
