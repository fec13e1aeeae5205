using System.Globalization;
using System.Text;

namespace Workbench.Cli.Benchmarks;

/// <summary>How the local loss grows with B, R and K: one varied at a time around B=16, R=392, K=20.</summary>
internal sealed record Growth(IReadOnlyList<GrowthPoint> Points, HostFacts Host, int Threads, string? PeerVersions, string? Commit)
{
    /// <summary>The file's name in results/bench.</summary>
    public const string Name = "growth";

    private static readonly LocalLossSize s_middle = new(16, 392, 20);
    private static readonly int[] s_batches = [4, 8, 16, 32, 64], s_regions = [98, 196, 392, 784], s_words = [10, 20, 40];

    /// <summary>All sizes, each once.</summary>
    public static IEnumerable<LocalLossSize> Sizes =>
        s_batches.Select(b => s_middle with { Batch = b }).Concat(s_regions.Select(r => s_middle with { Regions = r })).Concat(s_words.Select(k => s_middle with { Words = k })).Distinct();

    /// <summary>The points along one of the three, in order.</summary>
    /// <param name="letter">B, R or K.</param>
    public IReadOnlyList<(int At, GrowthPoint Point)> Along(char letter) => letter switch
    {
        'B' => [.. Points.Where(p => p.Regions == s_middle.Regions && p.Words == s_middle.Words).Select(p => (p.Batch, p)).OrderBy(p => p.Batch)],
        'R' => [.. Points.Where(p => p.Batch == s_middle.Batch && p.Words == s_middle.Words).Select(p => (p.Regions, p)).OrderBy(p => p.Regions)],
        'K' => [.. Points.Where(p => p.Batch == s_middle.Batch && p.Regions == s_middle.Regions).Select(p => (p.Words, p)).OrderBy(p => p.Words)],
        _ => throw new ArgumentException($"B, R or K was expected, '{letter}' was given.", nameof(letter)),
    };

    /// <summary>The section of the table's page.</summary>
    public string Section()
    {
        var text = new StringBuilder("## Growth\n\nThe local loss, forward and backward, d=512; one of B, R and K varied around B=16, R=392, K=20 (`./workbench bench growth`; drawn in `results/figures/local-loss-growth.svg`).\n\n"
            + "| B | R | K | ours ms | peer ms | ratio | ours MiB | peer MiB |\n|---|---|---|---|---|---|---|---|\n");
        foreach (GrowthPoint p in Points)
            text.Append(CultureInfo.InvariantCulture, $"| {p.Batch} | {p.Regions} | {p.Words} | {p.OursMilliseconds:0} | {(p.PeerMilliseconds is { } time ? time.ToString("0", CultureInfo.InvariantCulture) : p.PeerMissing)} | {p.PeerMilliseconds / p.OursMilliseconds:0.0} | {p.OursMemoryMiB:0} | {p.PeerMemoryMiB:0} |\n");
        text.Append(CultureInfo.InvariantCulture, $"\nOver the range, time grows as B^{Exponent('B'):0.0}, R^{Exponent('R'):0.0} and K^{Exponent('K'):0.0}.\n\n{Host}; {Threads} threads; peer {PeerVersions ?? "none"}; commit {Commit?[..Math.Min(12, Commit.Length)] ?? "unknown"}.\n");
        return text.ToString();
    }

    /// <summary>The slope of our time on log axes, from the first to the last point.</summary>
    private double Exponent(char letter) => Along(letter) is [var first, .., var last]
        ? Math.Log(last.Point.OursMilliseconds / first.Point.OursMilliseconds) / Math.Log((double)last.At / first.At)
        : double.NaN;
}
