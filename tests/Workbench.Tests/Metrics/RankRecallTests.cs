using Workbench.Data;
using Workbench.Metrics;

namespace Workbench.Tests.Metrics;

public class RankRecallTests
{
    [Fact]
    public void Suppression_keeps_what_overlaps_no_more_than_the_threshold()
    {
        SegmentCandidate[] candidates = [new(new Segment(0, 10), 0.5), new(new Segment(0, 9), 0.9), new(new Segment(20, 30), 0.1), new(new Segment(4.5, 13.5), 0.3)];
        Assert.Equal([new Segment(0, 9), new Segment(4.5, 13.5), new Segment(20, 30)], SegmentNms.Apply(candidates, 0.5));
        Assert.Equal([new Segment(0, 9), new Segment(20, 30)], SegmentNms.Apply(candidates, 0.3, limit: 2));
    }

    [Fact]
    public void Equal_scores_keep_their_order_or_reverse_it()
    {
        SegmentCandidate[] candidates = [new(new Segment(0, 1), 0.5), new(new Segment(5, 6), 0.5)];
        Assert.Equal(new Segment(0, 1), SegmentNms.Apply(candidates, 1)[0]);
        Assert.Equal(new Segment(5, 6), SegmentNms.Apply(candidates, 1, laterFirst: true)[0]);
    }

    [Fact]
    public void Reaching_the_overlap_is_a_hit_for_TALL_and_a_miss_for_2D_TAN()
    {
        SegmentCandidate[] candidates = [new(new Segment(0, 5), 1)];
        RankRecall strict = new(RankOptions.TwoDTan), loose = new(RankOptions.Tall);
        strict.Add(candidates, new Segment(0, 10));
        loose.Add(candidates, new Segment(0, 10));
        Assert.Equal(0, strict.Result.At(1, 0.5));
        Assert.Equal(1, loose.Result.At(1, 0.5));
        Assert.Equal(0.5, strict.Result.MeanIoU, 12);
        Assert.Throws<ArgumentException>(() => strict.Result.At(2, 0.5));
    }

    [Fact]
    public void A_query_without_candidates_is_a_miss_and_a_reversed_span_overlaps_nothing()
    {
        var recall = new RankRecall();
        recall.Add([], new Segment(0, 1));
        recall.Add([new(new Segment(9, 2), 1)], new Segment(0, 10));
        Assert.Equal(0, recall.Result.At(5, 0.1));
        Assert.Equal(0, recall.Result.MeanIoU);
        Assert.True(double.IsNaN(new RankRecall().Result.MeanIoU));
        var error = Assert.Throws<ArgumentException>(() => recall.Add([new(new Segment(0, 1), double.NaN)], new Segment(0, 1)));
        Assert.Contains("candidate 0", error.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Recall_agrees_with_a_slow_reference(bool tall)
    {
        var options = tall ? RankOptions.Tall : new RankOptions();
        var random = new Random(12);
        var recall = new RankRecall(options);
        var hits = new Dictionary<(int, double), int>();
        const int Queries = 80;
        for (int q = 0; q < Queries; q++)
        {
            SegmentCandidate[] candidates = [.. Enumerable.Range(0, 20).Select(_ =>
            {
                double start = random.Next(20);
                return new SegmentCandidate(new Segment(start, start + random.Next(1, 20)), random.NextDouble());
            })];
            double from = random.Next(20);
            var truth = new Segment(from, from + random.Next(1, 20));
            recall.Add(candidates, truth);
            foreach (double m in options.Overlaps)
                foreach (int n in options.Ranks)
                {
                    double threshold = tall ? m - 0.05 : 0.5;
                    var left = candidates.OrderByDescending(candidate => candidate.Score).Select(candidate => candidate.Segment).ToList();
                    var kept = new List<Segment>();
                    while (left.Count > 0 && kept.Count < n)
                    {
                        kept.Add(left[0]);
                        left = [.. left.Skip(1).Where(other => Hull(other, kept[^1]) <= threshold)];
                    }

                    if (kept.Exists(segment => tall ? Hull(segment, truth) >= m : Hull(segment, truth) > m))
                        hits[(n, m)] = hits.GetValueOrDefault((n, m)) + 1;
                }
        }

        foreach (var (key, value) in recall.Result.Recall)
            Assert.Equal(hits.GetValueOrDefault(key) / (double)Queries, value, 12);

        static double Hull(Segment a, Segment b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start)) / (Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));
    }
}
