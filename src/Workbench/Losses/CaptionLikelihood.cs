using Workbench.Models.Moments;
using static TorchSharp.torch;

namespace Workbench.Losses;

// Shapes: B sentences, L words to be said with the sign of the end, V vocabulary.

/// <summary>Eq. 3 and 7 of Sscs: −1/B Σ log p(l_i | w_i), each word given the ones before (teacher forcing).</summary>
public static class CaptionLikelihood
{
    /// <param name="logits_BLV">The decoder's.</param>
    /// <param name="words_BL">The words that are to be said, int64.</param>
    /// <param name="mask_BL">True where there is one.</param>
    /// <param name="has_B">1 where there is something to caption.</param>
    /// <param name="average">Over the words of a sentence.</param>
    public static Tensor Loss(Tensor logits_BLV, Tensor words_BL, Tensor mask_BL, Tensor has_B, WordAverage average)
    {
        ArgumentNullException.ThrowIfNull(logits_BLV);
        ArgumentNullException.ThrowIfNull(words_BL);
        ArgumentNullException.ThrowIfNull(mask_BL);
        ArgumentNullException.ThrowIfNull(has_B);
        if (logits_BLV.dim() != 3 || !words_BL.shape.AsSpan().SequenceEqual(logits_BLV.shape.AsSpan(0, 2)) || !mask_BL.shape.SequenceEqual(words_BL.shape))
            throw new ArgumentException($"Expected logits (B, L, V), words and mask (B, L), got ({string.Join(", ", logits_BLV.shape)}), ({string.Join(", ", words_BL.shape)}), ({string.Join(", ", mask_BL.shape)}).", nameof(words_BL));
        Tensor counts_BL = mask_BL.to(logits_BLV.dtype);
        Tensor said_BL = -logits_BLV.log_softmax(2).gather(2, words_BL.unsqueeze(2)).squeeze(2) * counts_BL;
        Tensor sentence_B = average == WordAverage.Sum ? said_BL.sum(1) : said_BL.sum(1) / counts_BL.sum(1).clamp_min(1);
        return (sentence_B * has_B).sum() / has_B.sum().clamp_min(1);
    }
}
