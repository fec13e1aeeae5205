using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>Non-maximum suppression on the time axis.</summary>
public static class SegmentNms
{
    /// <summary>
    /// The best <paramref name="limit"/> candidates, best first: a candidate survives if its IoU with every kept one is at most
    /// the threshold (2D-TAN, released code).
    /// </summary>
    /// <param name="candidates">In any order. Equal scores keep their order, or, with <paramref name="laterFirst"/>, reverse it (2D-TAN sorts ascending and reverses).</param>
    /// <param name="threshold">At or above 1 nothing is dropped.</param>
    /// <param name="limit">At most this many are returned.</param>
    /// <param name="laterFirst">Order of equal scores.</param>
    /// <exception cref="ArgumentException">A score is NaN or a bound is not finite; the message names the candidate.</exception>
    public static IReadOnlyList<Segment> Apply(IReadOnlyList<SegmentCandidate> candidates, double threshold, int limit = int.MaxValue, bool laterFirst = false)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        for (int i = 0; i < candidates.Count; i++)
        {
            Require.Number(candidates[i].Score, $"Score of candidate {i}");
            Require.Finite(candidates[i].Segment.Start, $"Start of candidate {i}");
            Require.Finite(candidates[i].Segment.End, $"End of candidate {i}");
        }

        var ordered = laterFirst
            ? candidates.Reverse().OrderByDescending(candidate => candidate.Score)
            : candidates.OrderByDescending(candidate => candidate.Score);
        var kept = new List<Segment>();
        foreach (var candidate in ordered)
        {
            if (kept.Count >= limit)
                break;
            if (kept.TrueForAll(other => other.IoU(candidate.Segment) <= threshold))
                kept.Add(candidate.Segment);
        }

        return kept;
    }
}
