using Workbench.Torch.Interop;
using static TorchSharp.torch;

namespace Workbench.Torch;

/// <summary>
/// softmax(query·keyᵀ)·value without storing the weights, for many problems with many rows and few columns. On the CPU one operator of the
/// shim (blocks of rows that stay in cache, computed again in the backward step); on other devices composed of libtorch's own.
/// </summary>
public static class FusedAttention
{
    private static readonly Operator s_attention = new("workbench::attention");

    /// <summary>Differentiable once. Weights are formed in float32 (float64 for float64 input). Where types differ, as autocast leaves them, the result is of the wider.</summary>
    /// <param name="query">(…, L, E); a scale belongs in here.</param>
    /// <param name="key">(…, S, E), of the same leading axes.</param>
    /// <param name="value">(…, S, F).</param>
    /// <returns>(…, L, F).</returns>
    /// <exception cref="TorchException">The shapes or types do not fit together.</exception>
    public static Tensor Apply(Tensor query, Tensor key, Tensor value)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        return NativeOperators.For(query) ? s_attention.Call(query, key, value) : matmul(matmul(query, key.transpose(-1, -2)).softmax(-1), value);
    }
}
