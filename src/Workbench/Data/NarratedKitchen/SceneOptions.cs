namespace Workbench.Data.NarratedKitchen;

/// <summary>How scenes are laid out: the camera, the place of the action, and what stands idle beside it.</summary>
public sealed record SceneOptions
{
    /// <summary>The closest and the farthest camera, as size factors.</summary>
    public double ScaleFrom { get; init; } = 0.9;

    /// <inheritdoc cref="ScaleFrom"/>
    public double ScaleTo { get; init; } = 1.4;

    /// <summary>Share of actions in the middle third of the frame's width; the rest lie left or right of it.</summary>
    public double CentralShare { get; init; } = 0.25;

    /// <summary>Chance that the object of the action also stands idle in the frame (a second one with the square of it).</summary>
    public double NamedObjectIdle { get; init; } = 0.85;

    /// <summary>Fewest and most other ingredients in the frame.</summary>
    public int OthersFrom { get; init; } = 1;

    /// <inheritdoc cref="OthersFrom"/>
    public int OthersTo { get; init; } = 4;

    /// <summary>Most idle tools and vessels in the frame.</summary>
    public int PropsTo { get; init; } = 2;

    /// <summary>How far from the contact point the idle twin of the object stands at least, in pixels of a 320×240 frame, in x or in y.</summary>
    public double IdleDistance { get; init; } = 66;
}
