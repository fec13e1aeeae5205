namespace Workbench.Metrics;

/// <summary>
/// Success rate at an overlap strictly above <see cref="Threshold"/>, pooled over frames. The released evaluator of
/// GroundingYouTube prints this under the name "meanAP"; no ranking and no classes enter it.
/// </summary>
/// <remarks>A frame whose box covers no pixel counts as a failure with overlap 0, as in the released evaluator.</remarks>
public sealed class SpatialSuccess(double threshold = 0.3)
{
    private int _successes;
    private int _frames;
    private double _sum;

    public double Threshold { get; } = threshold;

    /// <summary>Adds a frame by its two masks; null: nothing was predicted.</summary>
    public double Add(SpanMask? predicted, SpanMask truth)
    {
        ArgumentNullException.ThrowIfNull(truth);
        double overlap = predicted?.IoU(truth) ?? 0;
        Add(overlap);
        return overlap;
    }

    /// <summary>Adds a frame by its overlap.</summary>
    /// <exception cref="ArgumentException">The overlap is not in [0, 1].</exception>
    public void Add(double overlap)
    {
        Require.Overlap(overlap, $"The overlap of frame {_frames}");
        _frames++;
        _sum += overlap;
        if (overlap > Threshold)
            _successes++;
    }

    public SpatialSuccessResult Result => new(_successes, _frames, _frames > 0 ? _sum / _frames : double.NaN);
}
