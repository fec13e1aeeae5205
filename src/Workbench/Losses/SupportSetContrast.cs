using Workbench.Models.Moments;
using static TorchSharp.torch;

namespace Workbench.Losses;

/// <summary>
/// Eq. 6 of Sscs: cross-entropy of each pooled video w_i over the sentences of the batch, e^(w_i·Y_j/τ); one direction only, as printed. A sentence without a support
/// set has no w and stands aside.
/// </summary>
public static class SupportSetContrast
{
    /// <param name="score_BB">w_i·Y_j/τ of video i with sentence j.</param>
    /// <param name="counted_BB">True where sentence j counts for video i; the diagonal always does.</param>
    /// <param name="has_B">1 where the support set is not empty.</param>
    /// <param name="reduction">Over the sentences that have one.</param>
    public static Tensor Loss(Tensor score_BB, Tensor counted_BB, Tensor has_B, BatchReduction reduction)
    {
        ScoreMatrix.Check(score_BB);
        ArgumentNullException.ThrowIfNull(counted_BB);
        ArgumentNullException.ThrowIfNull(has_B);
        Tensor loss_B = (score_BB.masked_fill(counted_BB.logical_not(), double.NegativeInfinity).logsumexp(1) - score_BB.diag()) * has_B;
        return reduction == BatchReduction.Sum ? loss_B.sum() : loss_B.sum() / has_B.sum().clamp_min(1);
    }
}
