namespace Workbench.Inference;

/// <summary>From pool scores to one action a second (section 3.5): the best action, or background where it stays below the threshold.</summary>
public static class TemporalDetection
{
    /// <summary>What background is called in label arrays.</summary>
    public const int Background = -1;

    /// <param name="score_FP">Cosine of every second with every action of the pool.</param>
    /// <param name="threshold">Seconds whose best score is below are background.</param>
    /// <returns>For each second the index of an action, or <see cref="Background"/>. Ties go to the earlier action of the pool.</returns>
    public static int[] Labels(double[,] score_FP, double threshold)
    {
        ArgumentNullException.ThrowIfNull(score_FP);
        var labels = new int[score_FP.GetLength(0)];
        for (int f = 0; f < labels.Length; f++)
        {
            int best = Background;
            for (int p = 0; p < score_FP.GetLength(1); p++)
                if (score_FP[f, p] >= threshold && (best == Background || score_FP[f, p] > score_FP[f, best]))
                    best = p;
            labels[f] = best;
        }
        return labels;
    }
}
