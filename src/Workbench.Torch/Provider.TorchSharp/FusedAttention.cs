using static TorchSharp.torch;

namespace Workbench.Torch;

/// <summary>softmax(query·keyᵀ)·value. With TorchSharp's packages there is no operator of ours: composed, and the weights are stored.</summary>
public static class FusedAttention
{
    public static Tensor Apply(Tensor query, Tensor key, Tensor value)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        return matmul(matmul(query, key.transpose(-1, -2)).softmax(-1), value);
    }
}
