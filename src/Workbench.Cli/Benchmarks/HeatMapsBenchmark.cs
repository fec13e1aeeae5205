using TorchSharp;
using Workbench.Data;
using Workbench.Inference;
using Workbench.Models;
using static TorchSharp.torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>Heat maps of one sentence over the windows of hours of video.</summary>
internal sealed class HeatMapsBenchmark : Benchmark
{
    private const int Windows = 300, Regions = 784, Words = 20, Width = 512;
    private CrossModalAttention? _attention;
    private Tensor? _regions, _words, _mask;
    private Tensor? _heat;

    public override string Name => "heat-maps";
    public override string About => $"heat maps, one sentence × {Windows} windows of {Regions} regions, d={Width}";
    public override string Peer => "eager PyTorch, 8 windows at a time";
    public override double AtLeast => 5;
    public override double Aim => 15;
    public override double Tolerance => 1e-3;

    public override IReadOnlyList<NamedArray> Prepare()
    {
        manual_seed(3);
        _attention = new CrossModalAttention(Width, CrossModalConfig.For(Fidelity.Paper));
        _attention.eval();
        (_regions, _words, _mask) = (randn(Windows, Regions, Width), randn(1, Words, Width), arange(Words).unsqueeze(0) < 7);
        return [Inputs.Of("regions", _regions), Inputs.Of("words", _words.squeeze(0)), Inputs.Of("mask", _mask.squeeze(0)), .. Inputs.Of(_attention)];
    }

    public override void Run()
    {
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        var parts = new List<Tensor>();
        for (int w = 0; w < Windows; w += 8)
        {
            using DisposeScope part = NewDisposeScope();
            int count = Math.Min(8, Windows - w);
            parts.Add(Rollout.Heat(_attention!.Factors(_regions!.narrow(0, w, count), _words!.expand(count, -1, -1), _mask!.expand(count, -1))).MoveToOuterDisposeScope());
        }

        _heat?.Dispose();
        _heat = cat(parts).DetachFromDisposeScope();
    }

    public override double[] Result()
    {
        using DisposeScope scope = NewDisposeScope();
        return [Inputs.Norm(_heat!), _heat![0].max().item<float>(), _heat[Windows - 1].max().item<float>(), _heat.sum().item<float>()];
    }

    public override void Dispose()
    {
        _attention?.Dispose();
        foreach (Tensor? tensor in new[] { _regions, _words, _mask, _heat })
            tensor?.Dispose();
        _heat = null;
        base.Dispose();
    }
}
