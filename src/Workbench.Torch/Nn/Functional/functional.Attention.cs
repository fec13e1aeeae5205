using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Shapes: B any leading dimensions, L queries, S keys, E width, V value width.
        public static partial class functional
        {
            private static readonly Operator s_scaledDotProduct = new("aten::scaled_dot_product_attention");

            /// <summary>softmax(query keyᵀ / √E + mask) value.</summary>
            /// <param name="query">(B, L, E).</param>
            /// <param name="key">(B, S, E).</param>
            /// <param name="value">(B, S, V).</param>
            /// <param name="attn_mask">Broadcast to (B, L, S): true where attention is allowed, or numbers to add.</param>
            /// <param name="p">Dropout of the attention weights; 0 in evaluation, the function does not know the mode.</param>
            /// <param name="is_casual">Each query sees the keys up to its own position (TorchSharp's spelling).</param>
            /// <exception cref="ArgumentException">Mask and causal together.</exception>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false)
            {
                ArgumentNullException.ThrowIfNull(query);
                ArgumentNullException.ThrowIfNull(key);
                ArgumentNullException.ThrowIfNull(value);
                if (attn_mask is not null && is_casual)
                    throw new ArgumentException("Give a mask or is_casual, not both.", nameof(attn_mask));
                return s_scaledDotProduct.Exists
                    ? s_scaledDotProduct.Call(query, key, value, attn_mask, p, is_casual)
                    : Composite(query, key, value, attn_mask, p, is_casual);
            }

            // libtorch before 2.0 has no such operator.
            internal static Tensor Composite(
                Tensor query, Tensor key, Tensor value, Tensor? mask, double p, bool causal)
            {
                using var scope = NewDisposeScope();
                var scaled = query / Math.Sqrt(query.shape[^1]);
                var scores = scaled.matmul(key.transpose(-2, -1));
                if (causal)
                    mask = ones(query.shape[^2], key.shape[^2], dtype: ScalarType.Bool, device: query.device).tril();
                if (mask is not null)
                    scores = mask.dtype == ScalarType.Bool
                        ? scores.masked_fill(mask.logical_not(), double.NegativeInfinity)
                        : scores + mask;
                var weights = softmax(scores, -1);
                if (p > 0)
                    weights = dropout(weights, p);
                return weights.matmul(value).MoveToOuterDisposeScope();
            }
        }
    }
}
