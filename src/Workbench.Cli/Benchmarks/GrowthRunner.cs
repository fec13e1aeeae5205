using Workbench.Experiments;
using Workbench.Torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>Measures <see cref="Growth"/>.</summary>
internal sealed class GrowthRunner(BenchmarkRunner runner, string root, int threads)
{
    /// <summary>Every size in order; the sizes that <paramref name="done"/> has of the same commit are taken from there.</summary>
    public async Task<Growth> RunAsync(Growth? done, Action<Growth> keep, IProgress<ProgressReport> progress, CancellationToken cancellation)
    {
        string? commit = SourceCommit.Of(root);
        var points = new List<GrowthPoint>();
        string? versions = null;
        LocalLossSize[] sizes = [.. Growth.Sizes];
        Growth growth = Now();
        for (int i = 0; i < sizes.Length; i++)
        {
            LocalLossSize size = sizes[i];
            GrowthPoint? known = done?.Commit == commit ? done?.Points.FirstOrDefault(p => (p.Batch, p.Regions, p.Words) == (size.Batch, size.Regions, size.Words)) : null;
            if (known is null)
            {
                BenchmarkResult r = await runner.RunAsync(new LocalLossBenchmark(size, $"{size}"), new SilentProgress(), cancellation).ConfigureAwait(false);
                known = new GrowthPoint(size.Batch, size.Regions, size.Words, r.Ours, r.OursMemoryMiB, r.PeerMilliseconds.Count > 0 ? r.PeerTime : null, r.PeerMemoryMiB, r.PeerMissing);
                versions ??= r.PeerVersions;
            }

            points.Add(known);
            keep(growth = Now());
            progress.Report(new ProgressReport("growth", i + 1, sizes.Length, $"{size}"));
        }

        return growth;

        Growth Now() => new([.. points], HostFacts.Read(TorchRuntime.Describe().Version), threads, versions ?? done?.PeerVersions, commit);
    }
}
