using static TorchSharp.torch;

namespace Workbench.Losses;

internal static class ScoreMatrix
{
    /// <exception cref="ArgumentException">The scores are not a square matrix.</exception>
    public static void Check(Tensor score_BB)
    {
        ArgumentNullException.ThrowIfNull(score_BB);
        if (score_BB.dim() != 2 || score_BB.size(0) != score_BB.size(1) || score_BB.size(0) == 0)
            throw new ArgumentException($"Expected a square matrix of scores (B, B), got ({string.Join(", ", score_BB.shape)}).", nameof(score_BB));
    }
}
