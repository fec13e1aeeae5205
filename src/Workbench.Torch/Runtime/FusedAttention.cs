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

    /// <summary>Differentiable once. Weights are formed in float32 (float64 for float64 input).</summary>
    /// <param name="query">(…, L, E); a scale belongs in here.</param>
    /// <param name="key">(…, S, E), of the same leading axes.</param>
    /// <param name="value">(…, S, F).</param>
    /// <returns>(…, L, F), of the query's type.</returns>
    /// <exception cref="TorchException">The shapes or types do not fit together.</exception>
    public static Tensor Apply(Tensor query, Tensor key, Tensor value) => s_attention.Call(query, key, value);
}
