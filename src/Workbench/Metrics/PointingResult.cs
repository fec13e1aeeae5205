namespace Workbench.Metrics;

/// <summary>Outcome of a pointing game: how many of the frames that have a box were hit.</summary>
public sealed record PointingResult(int Hits, int Frames)
{
    /// <summary>hits / (hits + misses), in [0, 1]; NaN where no frame has a box.</summary>
    public double Accuracy => Frames > 0 ? (double)Hits / Frames : double.NaN;
}
