namespace Workbench.Data;

/// <summary>What imported features are called and how they are kept.</summary>
public sealed record FeatureImportOptions
{
    /// <summary>Name of the encoder that made them, as the store and run files carry it: "c3d-sports1m", "i3d-charades".</summary>
    public required string Name { get; init; }

    /// <summary>Rows a second. Matters only where a part of a video is shown; whole videos are spread over their length, whatever the rate.</summary>
    public double Fps { get; init; } = 1;

    /// <summary>F32 keeps the numbers as they are; F16 halves the store and rounds by up to 0.05 %.</summary>
    public ElementType DType { get; init; } = ElementType.F32;

    /// <summary>Which data set of a video's group, or which array of its file ("c3d_features"); null: the only one.</summary>
    public string? Dataset { get; init; }

    /// <summary>Name in the store; models of moments read "global".</summary>
    public string Array { get; init; } = "global";
}
