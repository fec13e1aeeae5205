using static TorchSharp.torch;

namespace Workbench.Losses;

// Shapes: B clips and their sentences, K words.

/// <summary>
/// CoMMA's Eq. 6, Gupta et al.'s InfoNCE: for each word j of sentence i, −log of the softmax over clips v of its scores, at v = i. Negatives are the same word as other clips
/// make it.
/// </summary>
public static class WordContrastive
{
    /// <param name="score_BBK">Scores of clip v with word j of sentence i, [v, i, j].</param>
    /// <param name="mask_BK">True where a position is a word; each sentence needs one.</param>
    /// <param name="sum">True: summed over words and batch, as printed; false: means of both, as released (info-ground).</param>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public static Tensor Loss(Tensor score_BBK, Tensor mask_BK, bool sum = false)
    {
        ArgumentNullException.ThrowIfNull(score_BBK);
        ArgumentNullException.ThrowIfNull(mask_BK);
        if (score_BBK.dim() != 3 || score_BBK.size(0) != score_BBK.size(1) || mask_BK.dim() != 2 || mask_BK.size(0) != score_BBK.size(1) || mask_BK.size(1) != score_BBK.size(2))
            throw new ArgumentException($"Expected scores (B, B, K) and a mask (B, K), got ({string.Join(", ", score_BBK.shape)}) and ({string.Join(", ", mask_BK.shape)}).", nameof(score_BBK));
        Tensor own_BK = score_BBK.log_softmax(0).diagonal(0, 0, 1).t(), word_BK = mask_BK.to(own_BK.dtype);
        Tensor loss_B = -(own_BK * word_BK).sum(1);
        return sum ? loss_B.sum() : (loss_B / word_BK.sum(1)).mean();
    }
}
