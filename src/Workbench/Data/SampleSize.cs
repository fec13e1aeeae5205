namespace Workbench.Data;

/// <summary>
/// How many frames must be checked to know the share of bad ones within a margin (What-When-Where appendix 10.2, Eq. 4 and 5). Of 26,987 frames, at 95%
/// confidence, within 3%, with nothing known of the share: 1,026.
/// </summary>
public sealed record SampleSize
{
    /// <summary>The whole: how many frames there are.</summary>
    public required long Population { get; init; }

    /// <summary>How sure the answer must be. The paper calls it α = 95% and writes z = Q(1 − α/2); what it computes is z = Q(1 − (1 − 0.95)/2) = 1.96.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>How far the share may be off, ε.</summary>
    public double Margin { get; init; } = 0.03;

    /// <summary>The share expected, p; one half, the worst case, where nothing is known.</summary>
    public double Share { get; init; } = 0.5;

    /// <summary>z, the number of standard deviations within which a normal variable stays with that confidence.</summary>
    public double Z => NormalQuantile.Of(1 - (1 - Confidence) / 2);

    /// <summary>Eq. 4: N0 = z² / ε² · p · (1 − p), for a whole without end.</summary>
    public double OfInfinite => Z * Z / (Margin * Margin) * Share * (1 - Share);

    /// <summary>Eq. 5: NS = N0 · N / (N0 + N − 1), for drawing without putting back. 1,026.5 with the paper's numbers.</summary>
    public double OfFinite => OfInfinite * Population / (OfInfinite + (Population - 1));

    /// <summary>Whole frames: the fraction is cut off, as the paper's 1,026 must have been. To keep the margin strictly, check one more.</summary>
    /// <exception cref="ArgumentException">A population below 1, or a share, margin or confidence that is not between 0 and 1.</exception>
    public long Frames
    {
        get
        {
            if (Population < 1 || !(Confidence is > 0 and < 1) || !(Margin is > 0 and < 1) || !(Share is > 0 and < 1))
                throw new ArgumentException($"A population of at least 1 and a confidence, margin and share between 0 and 1 were expected; {Population}, {Confidence}, {Margin} and {Share} were given.");
            return (long)Math.Floor(OfFinite);
        }
    }
}
