using TorchSharp;
using Workbench.Data;
using Workbench.Transport;
using static TorchSharp.torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>The transport plans of a batch of clips.</summary>
internal sealed class SinkhornBenchmark : Benchmark
{
    private const int Clips = 64, Frames = 80, Words = 20, Sweeps = 50;
    private Tensor? _similarity;
    private TransportPlan? _plan;

    public override string Name => "sinkhorn-selection";
    public override string About => $"Sinkhorn, {Clips} clips, K={Words}, U={Frames}, {Sweeps} sweeps, float64";
    public override string Peer => "POT's sinkhorn_log, clip by clip";
    public override double AtLeast => 20;
    public override double Aim => 100;
    public override string Note => "50 sweeps in double precision, every plan on one thread, plans side by side.";

    public override IReadOnlyList<NamedArray> Prepare()
    {
        manual_seed(4);
        _similarity = rand(Clips, Frames, Words);
        return [Inputs.Of("similarity", _similarity)];
    }

    public override void Run()
    {
        _plan?.Dispose();
        using DisposeScope scope = NewDisposeScope();
        _plan = Sinkhorn.Solve(_similarity!, new SinkhornOptions { MaxSweeps = Sweeps });
        _plan.Plan_BUK.DetachFromDisposeScope();
    }

    public override double[] Result()
    {
        using DisposeScope scope = NewDisposeScope();
        return [.. Enumerable.Range(0, 8).Select(i => (double)_plan!.Plan_BUK[i].square().sum().item<float>())];
    }

    public override void Dispose()
    {
        _similarity?.Dispose();
        _plan?.Dispose();
        _plan = null;
        base.Dispose();
    }
}
