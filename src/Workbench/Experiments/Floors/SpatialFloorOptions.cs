namespace Workbench.Experiments.Floors;

/// <summary>Settings of a spatial floor.</summary>
public sealed record SpatialFloorOptions
{
    public required SpatialPredictor Predictor { get; init; }

    /// <summary>For <see cref="SpatialPredictor.Random"/>.</summary>
    public int Seed { get; init; }

    /// <summary>Parts of the cross-validation; whole videos stay together, dealt out in the order of their names.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Overlap above which a predicted box is a success.</summary>
    public double SuccessAbove { get; init; } = 0.3;
}
