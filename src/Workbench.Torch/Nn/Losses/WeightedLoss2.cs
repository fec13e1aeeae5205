using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A loss of two inputs with a weight for each class or element.</summary>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    /// <summary>A loss with optional weights; it does not own them.</summary>
    protected WeightedLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
        this.weight = weight;

    /// <summary>The weights, null for all ones.</summary>
    public Tensor? weight { get; }
}
