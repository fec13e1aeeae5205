using Workbench.Metrics;

namespace Workbench.Experiments.Moments;

/// <summary>A model on a test set.</summary>
/// <param name="Strict">By 2D-TAN's evaluator.</param>
/// <param name="AtLeast">The same where reaching m is enough.</param>
/// <param name="Tall">By TALL's evaluator.</param>
/// <param name="Findings">A sentence each.</param>
public sealed record MomentScores(RankResult Strict, RankResult AtLeast, RankResult Tall, IReadOnlyList<MomentFinding> Findings)
{
    /// <summary>As metrics of a run file, in percent.</summary>
    /// <param name="ranked">False where a model gives one answer only: ranks above 1 then mean nothing and are left out.</param>
    public SortedDictionary<string, double> ToMetrics(bool ranked)
    {
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal) { [MomentMetrics.MeanIoU] = 100 * Strict.MeanIoU };
        foreach (((int rank, double overlap), double recall) in Strict.Recall)
            if (rank == 1 || ranked)
            {
                metrics[MomentMetrics.Rank(rank, overlap)] = 100 * recall;
                metrics[MomentMetrics.RankAtLeast(rank, overlap)] = 100 * AtLeast.At(rank, overlap);
                metrics[MomentMetrics.RankTall(rank, overlap)] = 100 * Tall.At(rank, overlap);
            }

        foreach (double bound in MomentMetrics.RelatedBounds)
        {
            metrics[MomentMetrics.RelatedVideo(bound)] = 100.0 * Findings.Count(f => f.VideoSimilarity > bound) / Findings.Count;
            metrics[MomentMetrics.RelatedMoment(bound)] = 100.0 * Findings.Count(f => f.MomentSimilarity > bound) / Findings.Count;
        }

        return metrics;
    }
}
