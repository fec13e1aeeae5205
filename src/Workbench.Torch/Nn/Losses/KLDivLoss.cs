using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>target (log target - input), input in logarithms; mean is over elements.</summary>
public sealed class KLDivLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>The loss with its settings.</summary>
    public KLDivLoss(bool log_target = true, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
        this.log_target = log_target;

    /// <summary>Whether the target is in logarithms too.</summary>
    public bool log_target { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.kl_div(input, target, log_target, reduction);
}
