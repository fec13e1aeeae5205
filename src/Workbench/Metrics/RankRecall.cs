using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>Rank n@m and mIoU of moment retrieval, a query at a time (TALL; 2D-TAN; Sscs section 4).</summary>
/// <remarks>
/// A query without candidates is a miss with IoU 0. A candidate whose end precedes its start overlaps nothing. IoU is over
/// the hull in the public evaluators, the same wherever the spans meet.
/// </remarks>
public sealed class RankRecall
{
    private readonly RankOptions _options;
    private readonly int[,] _hits_NM;
    private double _iou;

    public RankRecall(RankOptions? options = null)
    {
        _options = options ?? new();
        _hits_NM = new int[_options.Ranks.Count, _options.Overlaps.Count];
    }

    public int Queries { get; private set; }

    /// <summary>Adds a query with its candidates in any order.</summary>
    /// <exception cref="ArgumentException">A score is NaN or a bound is not finite.</exception>
    public void Add(IReadOnlyList<SegmentCandidate> candidates, Segment truth)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        Require.Finite(truth.Start, $"Start of query {Queries}");
        Require.Finite(truth.End, $"End of query {Queries}");
        int most = _options.Ranks.Max();
        double? before = null;
        double[] overlaps = [];
        for (int m = 0; m < _options.Overlaps.Count; m++)
        {
            double threshold = _options.NmsBelowOverlap is { } below ? _options.Overlaps[m] - below : _options.NmsThreshold;
            if (threshold != before)
                overlaps = [.. SegmentNms.Apply(candidates, threshold, most, _options.LaterFirst).Select(segment => segment.IoU(truth))];
            before = threshold;
            for (int n = 0; n < _options.Ranks.Count; n++)
                if (overlaps.Take(_options.Ranks[n]).Any(overlap => _options.Strict ? overlap > _options.Overlaps[m] : overlap >= _options.Overlaps[m]))
                    _hits_NM[n, m]++;
        }

        _iou += overlaps.Length > 0 ? overlaps[0] : 0;
        Queries++;
    }

    public RankResult Result
    {
        get
        {
            var recall = new Dictionary<(int Rank, double Overlap), double>();
            for (int n = 0; n < _options.Ranks.Count; n++)
                for (int m = 0; m < _options.Overlaps.Count; m++)
                    recall.Add((_options.Ranks[n], _options.Overlaps[m]), Queries > 0 ? (double)_hits_NM[n, m] / Queries : double.NaN);
            return new(recall, Queries > 0 ? _iou / Queries : double.NaN, Queries);
        }
    }
}
