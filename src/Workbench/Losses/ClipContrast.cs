using Workbench.Models.Moments;
using static TorchSharp.torch;

namespace Workbench.Losses;

// Shapes: B sentences with a video each, T clips.

/// <summary>
/// Eq. 2 of Sscs: for each sentence −log of the share that the clips of its moment have in all clips of the batch, e^(x·y/τ) summed (the softmax version of MIL-NCE).
/// The clips of the same video outside of the moment are negatives: this is what makes entities of both exclude each other.
/// </summary>
public static class ClipContrast
{
    /// <param name="score_BBT">x·y/τ of sentence i (first axis) with clip t of video j (second axis).</param>
    /// <param name="inside_BT">1 where a clip of the sentence's own video lies in its moment.</param>
    /// <param name="counted_BBT">True where a clip counts for a sentence at all: it exists, and is no false negative that is left out.</param>
    /// <param name="reduction">Over the sentences.</param>
    public static Tensor Loss(Tensor score_BBT, Tensor inside_BT, Tensor counted_BBT, BatchReduction reduction)
    {
        ArgumentNullException.ThrowIfNull(score_BBT);
        ArgumentNullException.ThrowIfNull(inside_BT);
        ArgumentNullException.ThrowIfNull(counted_BBT);
        long batch = score_BBT.size(0);
        if (score_BBT.dim() != 3 || score_BBT.size(1) != batch || !counted_BBT.shape.SequenceEqual(score_BBT.shape) || !inside_BT.shape.SequenceEqual([batch, score_BBT.size(2)]))
            throw new ArgumentException($"Expected scores and counted clips (B, B, T) and inside (B, T), got ({string.Join(", ", score_BBT.shape)}), ({string.Join(", ", counted_BBT.shape)}), ({string.Join(", ", inside_BT.shape)}).", nameof(score_BBT));
        Tensor all_B = score_BBT.masked_fill(counted_BBT.logical_not(), double.NegativeInfinity).reshape(batch, -1).logsumexp(1);
        Tensor own_BT = score_BBT.diagonal(0, 0, 1).t(); // The diagonal comes last: (T, B).
        Tensor positive_B = own_BT.masked_fill(inside_BT.to(ScalarType.Bool).logical_not(), double.NegativeInfinity).logsumexp(1);
        return reduction == BatchReduction.Sum ? (all_B - positive_B).sum() : (all_B - positive_B).mean();
    }
}
