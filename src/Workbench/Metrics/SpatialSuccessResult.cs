namespace Workbench.Metrics;

/// <summary>How often a predicted mask overlaps the box's mask by more than a threshold, and the mean overlap.</summary>
public sealed record SpatialSuccessResult(int Successes, int Frames, double MeanIoU)
{
    /// <summary>Successes over frames, in [0, 1]; NaN where no frame was added.</summary>
    public double Rate => Frames > 0 ? (double)Successes / Frames : double.NaN;
}
