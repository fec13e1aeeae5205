using Workbench.Data;
using Workbench.Inference;

namespace Workbench.Experiments;

/// <summary>What <see cref="SpatioTemporalTask"/> scores beside IoU+Point and video mAP at the papers' thresholds.</summary>
public sealed record SpatioTemporalTaskOptions
{
    /// <summary>Video mAP at 0.4 is given for each of these masks as well (Table 12); the heat is the same for all.</summary>
    public IReadOnlyList<(MaskRule Rule, double Threshold)> Masks { get; init; } = [];

    /// <summary>From which mean area of its boxes on a class counts as widespread (Table 13).</summary>
    public SpreadRule Spread { get; init; } = SpreadRule.Paper;
}
