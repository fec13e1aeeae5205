using static TorchSharp.torch;

namespace Workbench.Losses;

/// <summary>
/// Eq. 1 with the margin where it does something: δ is taken from the positive only, then cross-entropy over rows plus over columns
/// (MMS; AVLnet loss.py 14-22, released code --MMS_loss with δ = 0.001).
/// </summary>
public static class MaskedMarginSoftmax
{
    /// <param name="score_BB">Scores of video i with sentence j.</param>
    /// <param name="margin">δ.</param>
    public static Tensor Loss(Tensor score_BB, double margin = 0.001)
    {
        ScoreMatrix.Check(score_BB);
        return NoiseContrastive.Loss(score_BB - eye(score_BB.size(0), dtype: score_BB.dtype, device: score_BB.device) * margin);
    }
}
