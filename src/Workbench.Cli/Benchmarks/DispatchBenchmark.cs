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
    public override string Note => "About half of our time is libtorch's own (dispatching, the result's memory), the same on both sides; the rest are two calls into native code, one managed object, and counting.";

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
