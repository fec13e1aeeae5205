using Workbench.Data;
using Workbench.Inference;

namespace Workbench.Cli.Benchmarks;

/// <summary>Order-constrained alignment of a video with its transcript.</summary>
internal sealed class AlignmentBenchmark : Benchmark
{
    private const int Seconds = 300, Steps = 40;
    private readonly int[] _transcript = [.. Enumerable.Range(0, Steps)];
    private double[,] _scores = new double[0, 0];
    private AlignmentResult? _result;

    public override string Name => "ordered-alignment";
    public override string About => $"order-constrained alignment, {Seconds} s × {Steps} steps, Poisson lengths";
    public override string Peer => "NumPy dynamic programming over all pairs of start and end";
    public override double AtLeast => 20;
    public override double Aim => 100;
    public override int Repeats => 10;

    public override IReadOnlyList<NamedArray> Prepare()
    {
        var random = new Random(6);
        _scores = new double[Seconds, Steps];
        var flat = new float[Seconds * Steps];
        for (int i = 0; i < flat.Length; i++)
            _scores[i / Steps, i % Steps] = flat[i] = (float)Math.Log(0.01 + random.NextDouble());
        var length = new PoissonLength(new AlignmentOptions().MeanSeconds, Seconds);
        return [NamedArray.OfSingles("score", [Seconds, Steps], flat), NamedArray.OfSingles("length", [Seconds + 1], [.. Enumerable.Range(0, Seconds + 1).Select(l => l == 0 ? -1e9f : (float)length[l])])];
    }

    public override void Run() => _result = OrderedAlignment.Align(_scores, _transcript);

    public override double[] Result() => [_result!.Score, _result.Start_S.Reverse().Select((c, i) => (i + 1.0) * c).Sum()];
}
