using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>d² / (2 beta) for |d| below beta, |d| - beta / 2 above.</summary>
public sealed class SmoothL1Loss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>The loss with its settings.</summary>
    public SmoothL1Loss(nn.Reduction reduction = nn.Reduction.Mean, double beta = 1) : base(reduction) =>
        this.beta = beta;

    /// <summary>Where the square ends.</summary>
    public double beta { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.smooth_l1_loss(input, target, reduction, beta);
}
