using static TorchSharp.torch;

namespace Workbench.Losses;

/// <summary>
/// mean_i [ log( Σ_j exp s_ij + Σ_j exp s_ji ) − s_ii ]: the loss of the released code for both branches (loss.py 5-25,
/// main_distributed.py 49-59). The positive stands twice in the denominator, so the minimum is ln 2, not 0.
/// </summary>
public static class JointNoiseContrastive
{
    /// <param name="score_BB">Scores of video i with sentence j.</param>
    public static Tensor Loss(Tensor score_BB)
    {
        ScoreMatrix.Check(score_BB);
        return (cat([score_BB, score_BB.t()], 1).logsumexp(1) - score_BB.diag()).mean();
    }
}
