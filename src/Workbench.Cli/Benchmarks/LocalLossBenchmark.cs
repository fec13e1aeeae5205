using TorchSharp;
using Workbench.Data;
using Workbench.Losses;
using Workbench.Models;
using static TorchSharp.torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>The local loss over all pairs of a batch, forward and backward.</summary>
internal sealed class LocalLossBenchmark(int batch, int regions, int words, int width, double atLeast, double aim, string name = "local-loss", string script = "local_loss") : Benchmark
{
    private CrossModalAttention? _attention;
    private Tensor? _video, _words, _mask;
    private double _loss;

    public override string Name => name;
    public override string Script => script;
    public override string About => $"local loss, forward + backward, B={batch}, R={regions}, K={words}, d={width}";
    public override string Peer => "eager PyTorch with batched products";
    public override double AtLeast => atLeast;
    public override double Aim => aim;
    public override double Tolerance => 5e-3;

    public override IReadOnlyList<NamedArray> Prepare()
    {
        manual_seed(1);
        _attention = new CrossModalAttention(width, CrossModalConfig.For(Fidelity.Paper));
        _video = randn(batch, regions, width).requires_grad_();
        _words = randn(batch, words, width).requires_grad_();
        _mask = Inputs.Mask(batch, words);
        return [Inputs.Of("video", _video), Inputs.Of("words", _words), Inputs.Of("mask", _mask), .. Inputs.Of(_attention)];
    }

    public override void Run()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (Tensor parameter in _attention!.parameters().Append(_video!).Append(_words!))
            parameter.grad?.zero_();
        Tensor loss = Contrastive.Loss(_attention.Scores(_video!, _words!, _mask!), ContrastiveLoss.Equation1, 0);
        loss.backward();
        _loss = loss.item<float>();
    }

    public override double[] Result()
    {
        using DisposeScope scope = NewDisposeScope();
        Run();
        return [_loss, Inputs.Norm(_video!.grad!), Inputs.Norm(_words!.grad!), .. _attention!.named_parameters().OrderBy(p => p.name, StringComparer.Ordinal).Select(p => Inputs.Norm(p.parameter.grad!))];
    }

    public override void Dispose()
    {
        _attention?.Dispose();
        foreach (Tensor? tensor in new[] { _video, _words, _mask })
            tensor?.Dispose();
        base.Dispose();
    }
}
