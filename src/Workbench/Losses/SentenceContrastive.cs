using static TorchSharp.torch;

namespace Workbench.Losses;

/// <summary>
/// CoMMA's Eq. 5 as printed: −Σ_i log( e^{s_ii} / ( e^{s_ii} + Σ_{j≠i} e^{s_ij} + Σ_{j≠i} e^{s_ji} ) ). The positive stands once in the denominator, so that the
/// minimum is 0; the released code has it twice (<see cref="JointNoiseContrastive"/>).
/// </summary>
public static class SentenceContrastive
{
    /// <param name="score_BB">Scores of video i with sentence j.</param>
    /// <param name="sum">True: summed over the batch, as printed; false: its mean, as the code has it, so that the rate does not hang on the batch's size.</param>
    public static Tensor Loss(Tensor score_BB, bool sum = false)
    {
        ScoreMatrix.Check(score_BB);
        Tensor itself_BB = eye(score_BB.size(0), device: score_BB.device).to(ScalarType.Bool);
        Tensor loss_B = cat([score_BB, score_BB.t().masked_fill(itself_BB, double.NegativeInfinity)], 1).logsumexp(1) - score_BB.diag();
        return sum ? loss_B.sum() : loss_B.mean();
    }
}
