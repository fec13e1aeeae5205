using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A loss of two inputs.</summary>
public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    /// <summary>A loss with the reduction over its elements.</summary>
    protected Loss(nn.Reduction reduction = nn.Reduction.Mean) : base("Loss") =>
        this.reduction = reduction;

    /// <summary>None, mean or sum over the elements.</summary>
    public nn.Reduction reduction { get; }
}
