using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator s_embedding = new("aten::embedding");
            private static readonly Operator s_embeddingRenorm = new("aten::embedding_renorm_");

            // TorchSharp 0.107 has no public functional embedding; the module is the way in.
            internal static Tensor Embed(
                Tensor indices, Tensor weight, long padding_idx, double? max_norm, double norm_type,
                bool scale_grad_by_freq, bool sparse)
            {
                if (max_norm is { } most)
                {
                    using var _ = no_grad();
                    using var contiguous = indices.contiguous();
                    using var plain = weight.detach();
                    s_embeddingRenorm.CallVoid(plain, contiguous, most, norm_type);
                }
                return s_embedding.Call(weight, indices, padding_idx, scale_grad_by_freq, sparse);
            }
        }
    }
}
