using System.Diagnostics;
using System.Globalization;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>Runs ours and the peer alternately and compares their results.</summary>
/// <param name="root">The checkout, or what was unpacked from a bundle: where tests/peers lies.</param>
/// <param name="threads">Threads of ours and of the peer.</param>
/// <param name="turns">How often they take turns.</param>
internal sealed class BenchmarkRunner(string root, int threads, int turns)
{
    /// <summary>False: the memory is not measured, which takes a process more for each benchmark.</summary>
    public bool WithMemory { get; init; } = true;

    /// <summary>Measures one benchmark.</summary>
    /// <param name="compile">The peer goes through torch.compile.</param>
    /// <exception cref="InvalidOperationException">The two results differ by more than the benchmark's tolerance.</exception>
    public async Task<BenchmarkResult> RunAsync(Benchmark benchmark, IProgress<ProgressReport> progress, CancellationToken cancellation, bool compile = false)
    {
        string inputs = Path.Combine(Path.GetTempPath(), $"workbench-bench-{Environment.ProcessId}-{benchmark.Name}.safetensors");
        try
        {
            SafetensorsWriter.Write(inputs, [.. benchmark.Prepare()]);
            benchmark.Run();
            benchmark.Run();
            double[] result = benchmark.Result();
            (PeerProcess? peer, string? missing) = benchmark.Script is null ? (null, null) : await PeerProcess.StartAsync(
                Path.Combine(root, "tests", "peers", benchmark.Script + ".py"), inputs, threads, benchmark.Repeats, benchmark.Where.ForPeer(compile, benchmark.PeerLimitGB), cancellation).ConfigureAwait(false);
            using (peer)
                return await MeasureAsync(benchmark, result, peer, missing, progress, cancellation).ConfigureAwait(false);
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
        double? difference = peer is null ? null : Difference(result, peer.Result);
        if (!(difference is null || difference <= benchmark.Tolerance))
            throw new InvalidOperationException(
                $"'{benchmark.Name}': ours and the peer's results differ by {difference:g3}; at most {benchmark.Tolerance:g3} is allowed. Ours: {Numbers(result)}. Peer: {Numbers(peer!.Result)}.");
        // Compiled at last: the runtime compiles what is hot anew, in the background.
        for (long begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun).TotalMilliseconds < 500;)
            benchmark.Run();
        var ours = new List<double>();
        var theirs = new List<double>();
        int all = Math.Min(turns, benchmark.Turns ?? turns);
        for (int turn = 0; turn < all; turn++)
        {
            cancellation.ThrowIfCancellationRequested();
            long begun = Stopwatch.GetTimestamp();
            for (int i = 0; i < benchmark.Repeats; i++)
                benchmark.Run();
            ours.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds / benchmark.Repeats);
            if (peer is not null)
                theirs.Add(await peer.RunAsync(cancellation).ConfigureAwait(false) / benchmark.Repeats);
            else if (benchmark.OwnPeer() is { } own)
                theirs.Add(own);
            progress.Report(new ProgressReport(benchmark.Name, turn + 1, all));
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
            Difference = difference,
            OursMemoryMiB = WithMemory ? await MemoryPeak.OfFreshProcessAsync(benchmark.NameForChild, threads, cancellation).ConfigureAwait(false) : null,
            PeerMemoryMiB = peer is null ? null : await peer.EndAsync(cancellation).ConfigureAwait(false),
            AtLeast = benchmark.AtLeast,
            Aim = benchmark.Aim,
            OursByPeer = benchmark.OursByPeer,
            Note = benchmark.Note,
            Host = HostFacts.Read(TorchRuntime.Describe().Version),
            Threads = threads,
            Commit = SourceCommit.Of(root),
        };
    }

    private static string Numbers(double[] values) => string.Join(", ", values.Take(4).Select(v => v.ToString("g6", CultureInfo.InvariantCulture)));

    private static double Difference(double[] ours, double[] theirs) =>
        ours.Length != theirs.Length ? double.PositiveInfinity : ours.Zip(theirs, (a, b) => Math.Abs(a - b) / Math.Max(1e-12, Math.Max(Math.Abs(a), Math.Abs(b)))).DefaultIfEmpty(0).Max();
}
