using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>max(0, d(anchor, positive) - d(anchor, negative) + margin), d the p-norm.</summary>
public sealed class TripletMarginLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    private readonly double _eps;
    private readonly bool _swap;

    /// <summary>The loss with its settings.</summary>
    public TripletMarginLoss(
        double margin = 1, long p = 2, double eps = 1e-6, bool swap = false,
        nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction) =>
        (this.margin, this.p, _eps, _swap) = (margin, p, eps, swap);

    /// <summary>The wanted distance.</summary>
    public double margin { get; }

    /// <summary>The norm.</summary>
    public long p { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
        nn.functional.triplet_margin_loss(anchor, positive, negative, margin, p, _eps, _swap, reduction);
}
