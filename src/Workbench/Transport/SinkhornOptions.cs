namespace Workbench.Transport;

/// <summary>
/// How an entropic transport problem is solved. The paper (section 3.2, appendix 7.1) names neither ε nor the number of
/// sweeps and the released code imports a helper that was never published; the defaults are those of the two public
/// versions of that helper (SwAV, ProtoSeg): ε = 0.05, three sweeps.
/// </summary>
public sealed record SinkhornOptions
{
    /// <summary>Weight of the entropy, in units of the similarity. Smaller is sharper.</summary>
    public double Epsilon { get; init; } = 0.05;

    /// <summary>At most this many sweeps; one sweep normalises words, then frames.</summary>
    public int MaxSweeps { get; init; } = 3;

    /// <summary>Stop as soon as no marginal is off by more than this. 0 always runs <see cref="MaxSweeps"/>.</summary>
    public double Tolerance { get; init; }

    /// <summary>Until the marginals hold to 1e-6, at most 2,000 sweeps: the transport problem as the appendix states it.</summary>
    public static SinkhornOptions Converged { get; } = new() { MaxSweeps = 2000, Tolerance = 1e-6 };

    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Check()
    {
        if (!(Epsilon > 0) || double.IsInfinity(Epsilon))
            throw new ArgumentOutOfRangeException(nameof(Epsilon), Epsilon, "ε must be a positive number.");
        if (MaxSweeps < 1)
            throw new ArgumentOutOfRangeException(nameof(MaxSweeps), MaxSweeps, "At least one sweep is needed.");
        if (!(Tolerance >= 0))
            throw new ArgumentOutOfRangeException(nameof(Tolerance), Tolerance, "The tolerance must not be negative.");
    }
}
