namespace Workbench.Metrics;

/// <summary>Video mAP at each threshold, and the mean over the thresholds (the column "0.1:0.5" of the papers).</summary>
public sealed record VideoMapResult(IReadOnlyList<double> Thresholds, IReadOnlyList<ApResult> AtThreshold)
{
    public double Mean => AtThreshold.Average(result => result.Mean);

    /// <summary>The result at one of <see cref="Thresholds"/>.</summary>
    /// <exception cref="ArgumentException">The threshold was not evaluated.</exception>
    public ApResult At(double threshold)
    {
        for (int i = 0; i < Thresholds.Count; i++)
            if (Math.Abs(Thresholds[i] - threshold) < 1e-9)
                return AtThreshold[i];
        throw new ArgumentException($"No result at {threshold}; evaluated were {string.Join(", ", Thresholds)}.", nameof(threshold));
    }
}
