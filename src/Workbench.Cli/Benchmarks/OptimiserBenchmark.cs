using System.Globalization;
using TorchSharp;
using TorchSharp.Modules;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>One step of AdamW.</summary>
internal sealed class OptimiserBenchmark : Benchmark
{
    private List<Parameter> _parameters = [];
    private optim.Optimizer? _optimizer;
    private bool _compared;

    public override string Name => "optimiser-step";
    public override string About => "AdamW step, 2.1 million parameters in 16 tensors";
    public override string Peer => "torch.optim.AdamW";
    public override double AtLeast => 1.5;
    public override double Aim => 3;
    public override int Repeats => 10;

    public override IReadOnlyList<NamedArray> Prepare()
    {
        manual_seed(5);
        _parameters = [.. Enumerable.Range(0, 8).SelectMany(_ => new[] { new Parameter(randn(512, 512)), new Parameter(randn(512)) })];
        var arrays = new List<NamedArray>();
        for (int i = 0; i < _parameters.Count; i++)
        {
            _parameters[i].grad = randn(_parameters[i].shape);
            arrays.Add(Inputs.Of("p" + i.ToString("00", CultureInfo.InvariantCulture), _parameters[i]));
            arrays.Add(Inputs.Of("g" + i.ToString("00", CultureInfo.InvariantCulture), _parameters[i].grad!));
        }

        _optimizer = optim.AdamW(_parameters, lr: 1e-3, weight_decay: 0.01);
        _compared = false;
        return arrays;
    }

    public override void Run()
    {
        using DisposeScope scope = NewDisposeScope();
        _optimizer!.step();
    }

    /// <summary>After the two steps of warming up, as the peer's.</summary>
    public override double[] Result()
    {
        if (_compared)
            throw new InvalidOperationException("The result is that of the second step; it is gone.");
        _compared = true;
        using DisposeScope scope = NewDisposeScope();
        return [.. _parameters.Select(p => Inputs.Norm(p))];
    }

    public override void Dispose()
    {
        _optimizer?.Dispose();
        _parameters.ForEach(p => p.Dispose());
        base.Dispose();
    }
}
