using TorchSharp;
using Workbench.Data;
using Workbench.Losses;
using Workbench.Models;
using static TorchSharp.torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>The local loss over all pairs of a batch, forward and backward.</summary>
internal sealed class LocalLossBenchmark(LocalLossSize size, string name = "local-loss", Place? place = null) : Benchmark
{
    private readonly Place _place = place ?? Place.Cpu;
    private CrossModalAttention? _attention;
    private Tensor? _video, _words, _mask;
    private double _loss;

    public override string Name => name;
    public override string Script => "local_loss";
    public override string About => $"local loss, forward + backward, {size}";
    public override string Peer => "eager PyTorch with batched products";
    public override double AtLeast => PeerLimitGB > 0 ? double.NaN : 10;
    public override double Aim => PeerLimitGB > 0 ? double.NaN : 25;
    public override MemoryGoal? Memory => PeerLimitGB > 0 ? new MemoryGoal(8 * 1024, 2 * 1024) : new MemoryGoal(1 / 3.0, 1 / 10.0, OfPeer: true);
    public override int PeerLimitGB => size.Batch >= 32 ? 20 : 0;
    public override double Tolerance => _place.Precision == Backbones.Precision.Fp32 ? 5e-3 : 0.3;
    public override Place Where => _place;
    public override string NameForChild => $"local-loss:{size.ToArgument()}";
    public override int? Turns => size.Batch > 16 ? 3 : null;

    /// <summary>What is computed with: direct, factorised.</summary>
    public AttentionPath Path { get; init; } = AttentionPath.Factorised;

    public override IReadOnlyList<NamedArray> Prepare()
    {
        manual_seed(1);
        _attention = new CrossModalAttention(size.Width, CrossModalConfig.For(Fidelity.Paper) with { Path = Path });
        _attention.to(_place.Device);
        _video = randn(size.Batch, size.Regions, size.Width, device: CPU).to(_place.Device).requires_grad_();
        _words = randn(size.Batch, size.Words, size.Width, device: CPU).to(_place.Device).requires_grad_();
        _mask = Inputs.Mask(size.Batch, size.Words).to(_place.Device);
        return [Inputs.Of("video", _video), Inputs.Of("words", _words), Inputs.Of("mask", _mask), .. Inputs.Of(_attention)];
    }

    public override void Run()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (Tensor parameter in _attention!.parameters().Append(_video!).Append(_words!))
            parameter.grad?.zero_();
        Tensor loss = Forward();
        loss.backward();
        _loss = loss.item<float>();
        _place.Synchronise();
    }

    public override double[] Result()
    {
        using DisposeScope scope = NewDisposeScope();
        Run();
        return
        [
            _loss, Inputs.Norm(_video!.grad!), Inputs.Norm(_words!.grad!),
            .. _attention!.named_parameters().Where(p => Compared(p.name)).OrderBy(p => p.name, StringComparer.Ordinal).Select(p => Inputs.Norm(p.parameter.grad!)),
        ];
    }

    public override void Dispose()
    {
        _attention?.Dispose();
        foreach (Tensor? tensor in new[] { _video, _words, _mask })
            tensor?.Dispose();
        base.Dispose();
    }

    /// <summary>A key's bias has no gradient, since softmax does not see it: in half precision its part of the norm is rounding alone.</summary>
    private bool Compared(string name) => _place.Precision == Backbones.Precision.Fp32 || !name.EndsWith("bias", StringComparison.Ordinal);

    private Tensor Forward()
    {
        using IDisposable? mixed = _place.Enter();
        return Contrastive.Loss(_attention!.Scores(_video!, _words!, _mask!), ContrastiveLoss.Equation1, 0);
    }
}
