using System.Globalization;
using System.Text;
using Workbench.Data;

namespace Workbench.Cli.Benchmarks;

/// <summary>results/bench/README.md from the result files that lie there.</summary>
internal static class BenchmarkTable
{
    private const string Head = """
        # Benchmarks

        Made by `./workbench bench`. Ours and the peer run alternately in one go on the same inputs, and their results are compared first. Times are medians
        of the turns, ± half the distance between the quartiles; a ratio is the median over neighbouring turns, the peer's time by ours (above 1: ours is
        faster) where the goal is written ×, ours by the peer's where it is written ≤. Memory is that of a fresh process on both sides: the highest resident
        size while the work is done twice, less that with the inputs alone. The difference is the largest relative one between the two results.

        | benchmark | ours ms | peer ms | ratio | at least | aim | reached | ours MiB | peer MiB | memory asked for | difference |
        |---|---|---|---|---|---|---|---|---|---|---|

        """;

    /// <summary>Writes the table and gives its text.</summary>
    /// <param name="sections">What follows the table: profile, growth.</param>
    public static string Write(BenchmarkFiles files, IEnumerable<Benchmark> order, IEnumerable<string> sections)
    {
        var text = new StringBuilder(Head);
        (Benchmark Benchmark, BenchmarkResult Result)[] rows = [.. order.Select(b => (b, files.Read<BenchmarkResult>(b.Name)!)).Where(r => r.Item2 is not null)];
        foreach ((Benchmark benchmark, BenchmarkResult r) in rows)
            text.Append(CultureInfo.InvariantCulture, $"| {r.About} | {Time(r.OursMilliseconds)} | {(r.PeerMilliseconds.Count == 0 ? r.PeerMissing ?? "–" : Time(r.PeerMilliseconds))} | {(double.IsNaN(r.Ratio) ? "–" : $"**{Ratio(r.Ratio)}**")} | {Goal(r, r.AtLeast)} | {Goal(r, r.Aim)} | {r.Met} | {r.OursMemoryMiB:0} | {r.PeerMemoryMiB:0} | {(r.OursMemoryMiB is { } ours ? benchmark.Memory?.Verdict(ours, r.PeerMemoryMiB) : null)} | {r.Difference:0.0e0} |\n");
        text.Append('\n');
        foreach ((_, BenchmarkResult r) in rows.Where(r => r.Result.Note.Length > 0 || r.Result.Missed))
            text.Append(CultureInfo.InvariantCulture, $"- **{r.Name}**, against {r.Peer}{(r.Missed ? $": {Ratio(r.Ratio)} does not reach the {Goal(r, r.AtLeast)} asked for" : "")}. {r.Note}{Share(r, files)}\n");
        foreach (string section in sections)
            text.Append('\n').Append(section);
        foreach (var machine in rows.GroupBy(r => $"{r.Result.Host}; {r.Result.Threads} threads; peer {r.Result.PeerVersions ?? "none"}; commit {r.Result.Commit?[..Math.Min(12, r.Result.Commit.Length)] ?? "unknown"}", r => r.Result.Name))
            text.Append(CultureInfo.InvariantCulture, $"\n{string.Join(", ", machine)}: {machine.Key}.\n");
        string markdown = text.ToString();
        AtomicFile.WriteText(Path.Combine(files.Folder, "README.md"), markdown);
        return markdown;
    }

    /// <summary>The transport plans as a part of the training step that they belong to; the paper's take 4 %.</summary>
    private static string Share(BenchmarkResult result, BenchmarkFiles files) =>
        result.Name == "sinkhorn-selection" && files.Read<BenchmarkResult>("training-step-64") is { } step
            ? string.Create(CultureInfo.InvariantCulture, $" Share of a training step at B=64: {100 * result.Ours / step.Ours:0.00} % (asked for: at most 1 %, aim 0.3 %; the paper's: 4 %).")
            : "";

    private static string Goal(BenchmarkResult result, double goal) =>
        double.IsNaN(goal) ? "–" : result.OursByPeer ? $"≤ {goal.ToString("0.##", CultureInfo.InvariantCulture)}" : $"{goal.ToString("0.##", CultureInfo.InvariantCulture)}×";

    private static string Ratio(double ratio) => ratio.ToString(ratio < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);

    private static string Time(IReadOnlyList<double> milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{Digits(Median.Of(milliseconds))} ± {100 * BenchmarkResult.Spread(milliseconds):0} %");

    private static string Digits(double milliseconds) => milliseconds.ToString(milliseconds >= 100 ? "0" : milliseconds >= 1 ? "0.0" : "0.000", CultureInfo.InvariantCulture);
}
