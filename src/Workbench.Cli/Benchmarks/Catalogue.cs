using Workbench.Backbones;
using Workbench.Training.Moments;

namespace Workbench.Cli.Benchmarks;

/// <summary>All benchmarks in the order of the table.</summary>
internal static class Catalogue
{
    private const string LocalLoss = "local-loss:";

    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new LocalLossBenchmark(new LocalLossSize(16, 392, 20)),
        new LocalLossBenchmark(new LocalLossSize(64, 392, 20), "local-loss-64"),
        new LocalLossBenchmark(new LocalLossSize(64, 784, 20), "local-loss-64-16"),
        new TrainingStepBenchmark(),
        new TrainingStepBenchmark(64),
        new MomentStepBenchmark(MomentBase.TwoDTan),
        new MomentStepBenchmark(MomentBase.Lgi),
        new HeatMapsBenchmark(),
        new SinkhornBenchmark(),
        new DispatchBenchmark(),
        new OptimiserBenchmark(),
        new ClipEncoderBenchmark(Precision.Fp32),
        new ClipEncoderBenchmark(Precision.Bf16),
        new DecodeEncodeBenchmark(),
        new EvaluationBenchmark(),
        new AlignmentBenchmark(),
        new FeatureReadBenchmark(),
    ];

    /// <summary>By name, or "local-loss:B,R,K" for other sizes.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Benchmark Find(string name) =>
        name.StartsWith(LocalLoss, StringComparison.Ordinal)
            ? new LocalLossBenchmark(LocalLossSize.Parse(name[LocalLoss.Length..]))
            : All.FirstOrDefault(b => b.Name == name) ?? throw new ArgumentException($"There is no benchmark '{name}'; there are {string.Join(", ", All.Select(b => b.Name))}.", nameof(name));
}
