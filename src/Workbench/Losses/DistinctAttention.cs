using static TorchSharp.torch;

namespace Workbench.Losses;

/// <summary>LGI's third loss (Eq. 18): phrases are to look at different words; mean over the batch of ‖A Aᵀ − λ I‖².</summary>
public static class DistinctAttention
{
    /// <param name="phrases_BPK">Attention of P phrases over K words.</param>
    /// <param name="overlap">λ: small lets phrases share words, large does not.</param>
    public static Tensor Loss(Tensor phrases_BPK, double overlap)
    {
        ArgumentNullException.ThrowIfNull(phrases_BPK);
        Tensor product_BPP = bmm(phrases_BPK, phrases_BPK.transpose(1, 2));
        return (product_BPP - (eye(phrases_BPK.size(1), dtype: phrases_BPK.dtype, device: phrases_BPK.device) * overlap)).square().sum(new long[] { 1, 2 }).mean();
    }
}
