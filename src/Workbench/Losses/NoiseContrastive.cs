using static TorchSharp.torch;

namespace Workbench.Losses;

/// <summary>
/// Eq. 1 of What-When-Where as printed: −1/B Σ_l [ log softmax_k(s_lk)_l + log softmax_k(s_kl)_l ], one term over the other
/// sentences, one over the imposters. The margin δ stands in every exponent and cancels; it has no value to set.
/// </summary>
public static class NoiseContrastive
{
    /// <param name="score_BB">Scores of video i with sentence j.</param>
    public static Tensor Loss(Tensor score_BB)
    {
        ScoreMatrix.Check(score_BB);
        return (score_BB.logsumexp(1) + score_BB.logsumexp(0) - 2 * score_BB.diag()).mean();
    }
}
