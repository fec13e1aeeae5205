using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>d² / 2 for |d| below delta, delta (|d| - delta / 2) above.</summary>
public sealed class HuberLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>The loss with its settings.</summary>
    public HuberLoss(double delta = 1, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
        this.delta = delta;

    /// <summary>Where the square ends.</summary>
    public double delta { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.huber_loss(input, target, delta, reduction);
}
