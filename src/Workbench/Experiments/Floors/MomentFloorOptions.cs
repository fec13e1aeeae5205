using Workbench.Metrics;

namespace Workbench.Experiments.Floors;

/// <summary>Settings of a floor of moment retrieval.</summary>
public sealed record MomentFloorOptions
{
    public required MomentPredictor Predictor { get; init; }

    /// <summary>
    /// Into how many parts of a video's length <see cref="MomentPredictor.Frequent"/> divides it to count; of several, the one whose most frequent moment overlaps most of
    /// the training moments by more than one half. The count depends on it: too coarse, and no moment fits; too fine, and every moment is rare.
    /// </summary>
    public IReadOnlyList<int> Cells { get; init; } = [8, 16, 32, 64];

    /// <summary>Parts of a video's length at whose borders the moments of <see cref="MomentPredictor.BestFixed"/> begin and end.</summary>
    public int FineCells { get; init; } = 64;

    /// <summary>For <see cref="MomentPredictor.Random"/>.</summary>
    public int Seed { get; init; }

    /// <summary>Parts of the cross-validation, where there is no other split to be fitted on; whole videos stay together, dealt out in the order of their names.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>The evaluator.</summary>
    public RankOptions Rank { get; init; } = RankOptions.TwoDTan;
}
