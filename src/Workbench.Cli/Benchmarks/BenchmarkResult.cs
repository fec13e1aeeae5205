namespace Workbench.Cli.Benchmarks;

/// <summary>What a benchmark measured; one file each under results/bench.</summary>
internal sealed record BenchmarkResult
{
    public required string Name { get; init; }
    public required string About { get; init; }
    public required string Peer { get; init; }

    /// <summary>Milliseconds of each of our turns.</summary>
    public required IReadOnlyList<double> OursMilliseconds { get; init; }

    /// <summary>Milliseconds of each of the peer's turns, taken alternately with ours; empty where the peer is not to be had.</summary>
    public IReadOnlyList<double> PeerMilliseconds { get; init; } = [];

    /// <summary>Why there is no peer.</summary>
    public string? PeerMissing { get; init; }

    public string? PeerVersions { get; init; }

    /// <summary>The largest relative difference between the two results.</summary>
    public double? Difference { get; init; }

    /// <summary>The highest resident size from the inputs on, less that with the inputs alone, of a fresh process, in MiB.</summary>
    public double? OursMemoryMiB { get; init; }

    /// <inheritdoc cref="OursMemoryMiB"/>
    public double? PeerMemoryMiB { get; init; }

    /// <summary>The ratio that must be reached; NaN where the row asks for none.</summary>
    public required double AtLeast { get; init; }

    /// <summary>The ratio that is aimed at; NaN where the row names none.</summary>
    public required double Aim { get; init; }

    /// <summary>True: the ratio is our time by the peer's, and small is good. False: the peer's by ours.</summary>
    public bool OursByPeer { get; init; }

    public string Note { get; init; } = "";
    public required HostFacts Host { get; init; }
    public required int Threads { get; init; }
    public string? Commit { get; init; }

    /// <summary>Median of ours, in milliseconds.</summary>
    public double Ours => Median.Of(OursMilliseconds);

    /// <summary>Median of the peer's; NaN where there is none.</summary>
    public double PeerTime => PeerMilliseconds.Count == 0 ? double.NaN : Median.Of(PeerMilliseconds);

    /// <summary>Median of the ratios of neighbouring turns: what slows the machine for a moment slows both.</summary>
    public double Ratio => PeerMilliseconds.Count == 0 ? double.NaN : Median.Of(PeerMilliseconds.Zip(OursMilliseconds, (p, o) => OursByPeer ? o / p : p / o));

    /// <summary>"aim", "at least" or "missed"; a dash where nothing is asked for or nothing was compared.</summary>
    public string Met => double.IsNaN(Ratio) || double.IsNaN(AtLeast) ? "–" : Reaches(Aim) ? "aim" : Reaches(AtLeast) ? "at least" : "**missed**";

    /// <summary>True where a ratio was asked for, measured, and not reached.</summary>
    public bool Missed => !double.IsNaN(Ratio) && !double.IsNaN(AtLeast) && !Reaches(AtLeast);

    /// <summary>Half the distance between the quartiles, by the median.</summary>
    public static double Spread(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length < 4 ? (sorted[^1] - sorted[0]) / 2 / Median.Of(values) : (sorted[sorted.Length * 3 / 4] - sorted[sorted.Length / 4]) / 2 / Median.Of(values);
    }

    private bool Reaches(double goal) => OursByPeer ? Ratio <= goal : Ratio >= goal;
}
