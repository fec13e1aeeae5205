using TorchSharp;
using Workbench.Backbones;
using Workbench.Cli.Benchmarks;

namespace Workbench.GpuTests;

/// <summary>The local loss and the training step in both precisions, against eager PyTorch and torch.compile.</summary>
internal sealed class DeviceBenchmarks(string root, torch.Device device, bool small, int turns)
{
    private readonly BenchmarkRunner _runner = new(root, torch.get_num_threads(), turns) { WithMemory = false };

    public async Task<IReadOnlyList<DeviceBenchmark>> RunAsync(TextWriter log, CancellationToken cancellation)
    {
        var results = new List<DeviceBenchmark>();
        foreach (Precision precision in new[] { Precision.Fp32, Precision.Bf16 })
            foreach (Func<Place, Benchmark> make in new Func<Place, Benchmark>[] { LocalLoss, TrainingStep })
            {
                DeviceBenchmark result = await RunOneAsync(() => make(new Place(device, precision)), precision, cancellation).ConfigureAwait(false);
                await log.WriteLineAsync($"{result.Name} {result.Precision}: {result.Failed ?? $"{result.OursMilliseconds:0.0} ms, eager {result.EagerMissing ?? $"{result.EagerMilliseconds:0.0} ms"}"}").ConfigureAwait(false);
                results.Add(result);
            }

        return results;
    }

    private LocalLossBenchmark LocalLoss(Place place) => new LocalLossBenchmark(small ? new LocalLossSize(2, 49, 8, 64) : new LocalLossSize(16, 392, 20), "local-loss", place);

    private TrainingStepBenchmark TrainingStep(Place place) => small ? new TrainingStepBenchmark(2, 16, place) : new TrainingStepBenchmark(16, 16, place);

    private async Task<DeviceBenchmark> RunOneAsync(Func<Benchmark> make, Precision precision, CancellationToken cancellation)
    {
        Benchmark about = make();
        string name = precision.ToString().ToLowerInvariant();
        try
        {
            BenchmarkResult eager = await _runner.RunAsync(make(), new Silent(), cancellation).ConfigureAwait(false);
            BenchmarkResult compiled = await _runner.RunAsync(make(), new Silent(), cancellation, compile: true).ConfigureAwait(false);
            return new DeviceBenchmark(
                about.Name, about.About, name, Median(eager.OursMilliseconds)!.Value, Median(eager.PeerMilliseconds), Finite(eager.Ratio), eager.PeerMissing, Median(compiled.PeerMilliseconds), Finite(compiled.Ratio),
                compiled.PeerMissing, eager.Difference, eager.PeerMemoryMiB is { } memory ? Finite(memory) : null, eager.PeerVersions);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new DeviceBenchmark(about.Name, about.About, name, 0, null, null, null, null, null, null, null, null, null, e.Message);
        }
    }

    private static double? Median(IReadOnlyList<double> values) => values.Count == 0 ? null : Workbench.Median.Of(values);

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private sealed class Silent : IProgress<ProgressReport>
    {
        public void Report(ProgressReport value)
        {
        }
    }
}
