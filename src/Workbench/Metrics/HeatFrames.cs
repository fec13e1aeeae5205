namespace Workbench.Metrics;

/// <summary>Pairs the annotated seconds of a segment (start to end, both included) with its decoded frames (start to end, end left out).</summary>
public static class HeatFrames
{
    /// <summary>Frames in a window of the released evaluator.</summary>
    public const int Window = 16;

    /// <summary>The frame that answers for second start + <paramref name="offset"/>; it may lie in the black padding (≥ <paramref name="length"/>) by <see cref="HeatFrameRule.ReleasedCode"/>.</summary>
    /// <param name="offset">Seconds after the start, 0 to <paramref name="length"/>.</param>
    /// <param name="length">end − start of the segment in seconds = number of decoded frames; at least 1.</param>
    /// <param name="rule">What answers for the last second.</param>
    public static int Index(int offset, int length, HeatFrameRule rule = HeatFrameRule.LastDecoded)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, length);
        int padded = (length + Window - 1) / Window * Window;
        return rule switch
        {
            HeatFrameRule.LastDecoded => Math.Min(offset, length - 1),
            HeatFrameRule.ReleasedCode => Math.Min(offset, padded - 1),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
        };
    }
}
