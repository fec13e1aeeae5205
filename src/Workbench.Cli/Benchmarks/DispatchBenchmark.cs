using TorchSharp;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>The cost of calling an operator of libtorch.</summary>
internal sealed class DispatchBenchmark : Benchmark
{
    private Tensor? _a, _b;

    public override string Name => "dispatch";
    public override string About => "operator dispatch, 1,000 additions of 1×1";
    public override string Peer => "PyTorch's Python front";
    public override double AtLeast => 1.3;
    public override double Aim => 2;
    public override int Repeats => 20;
    public override string Note => "A call goes through libtorch's boxed interface, and each result gets a safe handle of its own; both are the price of taking any libtorch.";

    public override IReadOnlyList<NamedArray> Prepare()
    {
        (_a, _b) = (tensor(new float[] { 1.5f }, [1, 1]), tensor(new float[] { 2 }, [1, 1]));
        return [Inputs.Of("a", _a), Inputs.Of("b", _b)];
    }

    public override void Run()
    {
        using var noGrad = no_grad();
        for (int i = 0; i < 1000; i++)
        {
            using Tensor sum = _a! + _b!;
        }
    }

    public override double[] Result()
    {
        using Tensor sum = _a! + _b!;
        return [sum.item<float>()];
    }

    public override void Dispose()
    {
        _a?.Dispose();
        _b?.Dispose();
        base.Dispose();
    }
}
