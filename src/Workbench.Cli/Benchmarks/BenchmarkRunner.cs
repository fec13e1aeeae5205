using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>Runs ours and the peer alternately, compares their results, and writes results/bench.</summary>
internal sealed class BenchmarkRunner(WorkbenchPaths paths, int threads, int turns)
{
    private static readonly JsonSerializerOptions s_format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
    };

    private string Folder => Path.Combine(paths.Results, "bench");

    /// <summary>Measures one benchmark and keeps the result.</summary>
    public async Task<BenchmarkResult> RunAsync(Benchmark benchmark, IProgress<ProgressReport> progress, CancellationToken cancellation)
    {
        string inputs = Path.Combine(Path.GetTempPath(), $"workbench-bench-{Environment.ProcessId}-{benchmark.Name}.safetensors");
        try
        {
            SafetensorsWriter.Write(inputs, [.. benchmark.Prepare()]);
            benchmark.Run();
            benchmark.Run();
            double[] result = benchmark.Result();
            (PeerProcess? peer, string? missing) = await PeerProcess.StartAsync(
                Path.Combine(paths.Root, "tests", "peers", benchmark.Script + ".py"), inputs, threads, benchmark.Repeats, cancellation).ConfigureAwait(false);
            using (peer)
                return Keep(await MeasureAsync(benchmark, result, peer, missing, progress, cancellation).ConfigureAwait(false));
        }
        finally
        {
            benchmark.Dispose();
            File.Delete(inputs);
        }
    }

    private async Task<BenchmarkResult> MeasureAsync(
        Benchmark benchmark, double[] result, PeerProcess? peer, string? missing, IProgress<ProgressReport> progress, CancellationToken cancellation)
    {
        if (peer is not null && Difference(result, peer.Result) is var difference && !(difference <= benchmark.Tolerance))
            throw new InvalidOperationException(
                $"'{benchmark.Name}': ours and the peer's results differ by {difference:g3}; at most {benchmark.Tolerance:g3} is allowed. Ours: {Numbers(result)}. Peer: {Numbers(peer.Result)}.");
        // Compiled at last: the runtime compiles what is hot anew, in the background.
        for (long begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun).TotalMilliseconds < 500;)
            benchmark.Run();
        var ours = new List<double>();
        var theirs = new List<double>();
        for (int turn = 0; turn < turns; turn++)
        {
            cancellation.ThrowIfCancellationRequested();
            long begun = Stopwatch.GetTimestamp();
            for (int i = 0; i < benchmark.Repeats; i++)
                benchmark.Run();
            ours.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds / benchmark.Repeats);
            if (peer is not null)
                theirs.Add(await peer.RunAsync(cancellation).ConfigureAwait(false) / benchmark.Repeats);
            progress.Report(new ProgressReport(benchmark.Name, turn + 1, turns));
        }

        return new BenchmarkResult
        {
            Name = benchmark.Name,
            About = benchmark.About,
            Peer = benchmark.Peer,
            OursMilliseconds = ours,
            PeerMilliseconds = theirs,
            PeerMissing = missing,
            PeerVersions = peer?.Versions,
            Difference = peer is null ? null : Difference(result, peer.Result),
            OursMemoryMiB = MemoryPeak.OfThisProcess(benchmark.Run),
            PeerMemoryMiB = peer is null ? null : await peer.EndAsync(cancellation).ConfigureAwait(false),
            AtLeast = benchmark.AtLeast,
            Aim = benchmark.Aim,
            Note = benchmark.Note,
            Host = HostFacts.Read(TorchRuntime.Describe().Version),
            Threads = threads,
            Commit = SourceCommit.Of(paths.Root),
        };
    }

    /// <summary>The table of all results that lie in the folder.</summary>
    public string WriteTable(IEnumerable<Benchmark> order)
    {
        var text = new StringBuilder("# Benchmarks\n\nMade by `./workbench bench`. Ours and the peer run alternately in one go on the same inputs, and their results are compared first. "
            + "Times are medians of the turns, ± half the distance between the quartiles; a ratio is the median over neighbouring turns, above 1 where ours is faster. Memory is what the work needs on top of an idle process.\n\n"
            + "| benchmark | ours ms | peer ms | ratio | at least | aim | ours MiB | peer MiB | difference |\n|---|---|---|---|---|---|---|---|---|\n");
        BenchmarkResult[] results = [.. order.Select(b => Path.Combine(Folder, b.Name + ".json")).Where(File.Exists).Select(Read)];
        foreach (BenchmarkResult r in results)
            text.Append(CultureInfo.InvariantCulture, $"| {r.About} | {Time(r.OursMilliseconds)} | {(r.PeerMilliseconds.Count == 0 ? r.PeerMissing : Time(r.PeerMilliseconds))} | {(double.IsNaN(r.Ratio) ? "–" : $"**{r.Ratio:0.0}**")} | {r.AtLeast:0.##} | {r.Aim:0.##} | {r.OursMemoryMiB:0} | {r.PeerMemoryMiB:0} | {r.Difference:0.0e0} |\n");
        foreach (BenchmarkResult r in results.Where(r => r.Note.Length > 0 || r.Ratio < r.AtLeast))
            text.Append(CultureInfo.InvariantCulture, $"\n- **{r.Name}**, against {r.Peer}{(r.Ratio < r.AtLeast ? $": {r.Ratio:0.0} does not reach the {r.AtLeast:0.##} asked for" : "")}. {r.Note}");
        foreach (var machine in results.GroupBy(r => $"{r.Host}; {r.Threads} threads; peer {r.PeerVersions ?? "none"}; commit {r.Commit?[..Math.Min(12, r.Commit.Length)] ?? "unknown"}"))
            text.Append(CultureInfo.InvariantCulture, $"\n\n{string.Join(", ", machine.Select(r => r.Name))}: {machine.Key}.");
        string markdown = text.Append('\n').ToString();
        AtomicFile.WriteText(Path.Combine(Folder, "README.md"), markdown);
        return markdown;
    }

    private BenchmarkResult Keep(BenchmarkResult result)
    {
        Directory.CreateDirectory(Folder);
        AtomicFile.WriteText(Path.Combine(Folder, result.Name + ".json"), JsonSerializer.Serialize(result, s_format) + "\n");
        return result;
    }

    private static BenchmarkResult Read(string path) =>
        JsonSerializer.Deserialize<BenchmarkResult>(File.ReadAllText(path), s_format) ?? throw new DataFormatException(path, "the outermost value", "a benchmark's result was expected");

    private static string Time(IReadOnlyList<double> milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{BenchmarkResult.Median(milliseconds):0.####} ± {100 * BenchmarkResult.Spread(milliseconds):0} %");

    private static string Numbers(double[] values) => string.Join(", ", values.Take(4).Select(v => v.ToString("g6", CultureInfo.InvariantCulture)));

    private static double Difference(double[] ours, double[] theirs) =>
        ours.Length != theirs.Length ? double.PositiveInfinity : ours.Zip(theirs, (a, b) => Math.Abs(a - b) / Math.Max(1e-12, Math.Max(Math.Abs(a), Math.Abs(b)))).DefaultIfEmpty(0).Max();
}
