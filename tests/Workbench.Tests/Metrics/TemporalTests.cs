using Workbench.Data;
using Workbench.Metrics;

namespace Workbench.Tests.Metrics;

public class TemporalTests
{
    private static readonly int[] _truth = [0, 0, 1, 1, 1, 0, 2, 2, 2, 2];
    private static readonly int[] _predicted = [0, 1, 1, 1, 0, 0, 0, 2, 2, 0];

    [Fact]
    public void TCFPNs_example()
    {
        var score = TemporalOverlap.Of(_truth, _predicted, background: 0)!;
        Assert.Equal(0.5, score.Iou, 12);
        Assert.Equal(0.833333, score.Iod, 6);
        Assert.Equal(2, score.Parts);
    }

    [Fact]
    public void Repeated_instances_count_apart_or_together_by_the_rule()
    {
        int[] truth = [1, 1, 0, 1, 1], predicted = [1, 1, 0, 0, 0];
        Assert.Equal(0.5, TemporalOverlap.Of(truth, predicted, 0)!.Iou, 12);
        Assert.Equal(0.5, TemporalOverlap.Of(truth, predicted, 0, TemporalRule.ClassSets)!.Iou, 12);
        Assert.Equal(0.5, TemporalOverlap.Of(truth, predicted, 0)!.Iod, 12);
        Assert.Equal(1, TemporalOverlap.Of(truth, predicted, 0, TemporalRule.ClassSets)!.Iod, 12);
    }

    [Fact]
    public void A_video_without_actions_has_no_score_and_leaves_the_mean()
    {
        var metric = new TemporalOverlap(background: 0);
        Assert.Null(metric.Add([0, 0], [1, 1]));
        Assert.Null(metric.Add([], []));
        Assert.True(double.IsNaN(metric.Result.Iou));
        metric.Add(_truth, _truth);
        metric.Add(_truth, new int[10]);
        Assert.Equal(new TemporalScore(0.5, 0.5, 4), metric.Result);
        Assert.Equal(2, metric.Videos);
        Assert.Throws<ArgumentException>(() => metric.Add([1], [1, 1]));
    }

    [Fact]
    public void Both_rules_agree_with_slow_references()
    {
        var random = new Random(10);
        for (int round = 0; round < 200; round++)
        {
            int frames = random.Next(1, 40);
            int[] truth = RandomCases.Labels(random, frames, 4), predicted = RandomCases.Labels(random, frames, 4);
            var tcfpn = TemporalOverlap.Of(truth, predicted, 0);
            var sets = TemporalOverlap.Of(truth, predicted, 0, TemporalRule.ClassSets);
            if (truth.All(label => label == 0))
            {
                Assert.Null(tcfpn);
                Assert.Null(sets);
                continue;
            }

            List<HashSet<int>> Runs(int[] labels, int label)
            {
                var runs = new List<HashSet<int>>();
                for (int i = 0; i < labels.Length; i++)
                {
                    if (labels[i] != label)
                        continue;
                    if (i == 0 || labels[i - 1] != label)
                        runs.Add([]);
                    runs[^1].Add(i);
                }

                return runs;
            }

            var segments = Enumerable.Range(1, 3).SelectMany(label => Runs(truth, label).Select(run => (Label: label, Run: run))).ToList();
            double Best(Func<HashSet<int>, HashSet<int>, double> overlap) => segments.Average(segment => Runs(predicted, segment.Label).Select(run => overlap(segment.Run, run)).DefaultIfEmpty(0).Max());
            // Over the hull of two spans that do not meet the intersection is empty, so plain sets suffice.
            Assert.Equal(Best((g, d) => (double)g.Intersect(d).Count() / g.Union(d).Count()), tcfpn!.Iou, 10);
            Assert.Equal(Best((g, d) => (double)g.Intersect(d).Count() / d.Count), tcfpn.Iod, 10);

            int[] classes = [.. truth.Where(label => label != 0).Distinct()];
            double Common(int label) => Enumerable.Range(0, frames).Count(i => truth[i] == label && predicted[i] == label);
            Assert.Equal(classes.Average(label => Common(label) / Enumerable.Range(0, frames).Count(i => truth[i] == label || predicted[i] == label)), sets!.Iou, 10);
            Assert.Equal(classes.Average(label => Common(label) / Math.Max(1, predicted.Count(other => other == label))), sets.Iod, 10);
        }
    }

    [Fact]
    public void Frame_accuracy_pools_frames_and_may_leave_background_out()
    {
        var all = new FrameAccuracy();
        all.Add(_truth, _predicted);
        all.Add([1], [1]);
        Assert.Equal(7.0 / 11, all.Value, 12);
        var actions = new FrameAccuracy(ignored: 0);
        actions.Add(_truth, _predicted);
        Assert.Equal(4.0 / 7, actions.Value, 12);
        Assert.True(double.IsNaN(new FrameAccuracy().Value));
        Assert.Throws<ArgumentException>(() => all.Add([1], []));
    }

    [Fact]
    public void Frames_take_the_label_of_the_last_span_around_their_middle()
    {
        var labels = FrameLabels.FromSegments([(new Segment(1, 3), 1), (new Segment(2.6, 4.4), 2), (new Segment(9, 99), 3)], frames: 10, fps: 1, background: 0);
        Assert.Equal([0, 1, 1, 2, 0, 0, 0, 0, 0, 3], labels);
        Assert.Equal([(0, 0, 1), (1, 1, 3), (2, 3, 4), (0, 4, 9), (3, 9, 10)], FrameLabels.Runs(labels));
    }
}
