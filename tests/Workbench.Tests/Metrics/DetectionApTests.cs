using Workbench.Data;
using Workbench.Metrics;

namespace Workbench.Tests.Metrics;

public class DetectionApTests
{
    public static TheoryData<string> Definitions => ["voc", "ava", "vhico", "act", "video"];

    private static ApOptions Named(string name) => name switch
    {
        "voc" => ApOptions.Voc,
        "ava" => ApOptions.Ava with { TopPerGroup = 2 },
        "vhico" => ApOptions.Vhico with { TopPerGroup = 3 },
        "act" => ApOptions.Act,
        _ => ApOptions.VideoMap with { Threshold = 0.3 },
    };

    [Theory]
    [MemberData(nameof(Definitions))]
    public void The_mean_agrees_with_a_slow_reference(string name)
    {
        var random = new Random(6);
        var options = Named(name);
        for (int round = 0; round < 60; round++)
        {
            var metric = new DetectionAp();
            var all = new List<(string Label, int Group, double Score, double[] Overlaps)>();
            var truths = new Dictionary<(string Label, int Group), int>();
            for (int group = 0; group < 6; group++)
                foreach (var label in new[] { "a", "b", "c" })
                {
                    int count = label == "c" ? 0 : random.Next(3), found = label == "b" && round % 7 == 0 ? 0 : random.Next(5);
                    var overlaps = new double[found, count];
                    double[] scores = [.. Enumerable.Range(0, found).Select(_ => random.NextDouble())];
                    for (int d = 0; d < found; d++)
                    {
                        for (int g = 0; g < count; g++)
                            overlaps[d, g] = random.NextDouble();
                        all.Add((label, group, scores[d], [.. Enumerable.Range(0, count).Select(g => overlaps[d, g])]));
                    }

                    truths[(label, group)] = count;
                    metric.Add(label, $"video {group}", scores, overlaps);
                }

            double expected = Reference(all, truths, options);
            Assert.Equal(expected, metric.Result(options).Mean, 10);
        }
    }

    [Fact]
    public void A_second_detection_of_a_taken_ground_truth_is_false_or_takes_the_next_by_the_matching()
    {
        var metric = new DetectionAp();
        metric.Add("a", "v", [0.9, 0.8], new[,] { { 0.8, 0.6 }, { 0.9, 0.7 } });
        Assert.Equal(0.5, metric.Result(ApOptions.Voc).Mean, 12);
        Assert.Equal(1, metric.Result(ApOptions.Voc with { Matching = ApMatching.BestRemaining }).Mean, 12);
    }

    [Fact]
    public void Strictness_decides_at_the_threshold_itself()
    {
        var metric = new DetectionAp();
        metric.Add("a", "v", [1], new[,] { { 0.5 } });
        Assert.Equal(1, metric.Result(ApOptions.Act).Mean);
        Assert.Equal(0, metric.Result(ApOptions.VideoMap).Mean);
    }

    [Fact]
    public void Classes_without_ground_truth_are_left_out_and_classes_without_detections_score_0()
    {
        var metric = new DetectionAp();
        metric.Add("found", "v", [1], new[,] { { 1.0 } });
        metric.Add("missed", "v", [], new double[0, 1]);
        metric.Add("invented", "v", [1], new double[1, 0]);
        var result = metric.Result(ApOptions.Voc);
        Assert.Equal(0.5, result.Mean);
        Assert.Equal(["found", "missed"], result.PerClass.Keys);
        Assert.Equal(1, metric.Result(ApOptions.Voc with { PredictedClassesOnly = true }).Mean);
        Assert.True(double.IsNaN(new DetectionAp().Result(ApOptions.Voc).Mean));
    }

    [Fact]
    public void A_score_that_is_no_number_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => new DetectionAp().Add("cut", "video 7", [0.1, double.NaN], new double[2, 0]));
        Assert.Contains("video 7, cut: score of detection 1", error.Message);
        Assert.Throws<ArgumentException>(() => new DetectionAp().Add("cut", "v", [0.1], new[,] { { 1.5 } }));
        Assert.Throws<ArgumentException>(() => new DetectionAp().Add("cut", "v", [0.1], new double[2, 0]));
    }

    [Fact]
    public void The_readings_of_the_spatial_mAP_differ_on_the_same_frames()
    {
        var map = new SpatialMap();
        map.Add("cut", "f0", 0.5, score: 0.9);
        map.Add("cut", "f1", 0.3, score: 0.8); // not above 0.3, but at it
        map.Add("stir", "f2", 0.1, score: 0.7);
        Assert.Equal(1.0 / 3, map.Result(SpatialAp.Success).Mean, 12);
        Assert.Equal((10.0 / 11 + 0) / 2, map.Result(SpatialAp.Vhico11).Mean, 12);
        Assert.Equal(0.5, map.Result(SpatialAp.Voc).Mean, 12);
    }

    [Fact]
    public void Frame_mAP_takes_boxes()
    {
        var map = new FrameMap();
        map.Add("cut", "f0", [new(new Box(0, 0, 10, 10), 0.9), new(new Box(50, 50, 60, 60), 0.95)], [new Box(0, 0, 10, 8)]);
        Assert.Equal(0.5, map.Result().Mean, 12);
    }

    [Fact]
    public void Success_counts_strictly_above_and_an_empty_box_fails()
    {
        var success = new SpatialSuccess();
        success.Add(0.3);
        success.Add(0.31);
        success.Add(null, SpanMask.FromBox(new Box(9, 9, 1, 1), 20, 20));
        Assert.Equal(1, success.Result.Successes);
        Assert.Equal(1.0 / 3, success.Result.Rate, 12);
        Assert.Equal(0.61 / 3, success.Result.MeanIoU, 12);
        Assert.Throws<ArgumentException>(() => success.Add(double.NaN));
    }

    private static double Reference(List<(string Label, int Group, double Score, double[] Overlaps)> all, Dictionary<(string Label, int Group), int> truths, ApOptions options)
    {
        var scores = new List<double>();
        foreach (var label in truths.Keys.Select(key => key.Label).Distinct())
        {
            int positives = truths.Where(pair => pair.Key.Label == label).Sum(pair => pair.Value);
            if (positives == 0 || (options.PredictedClassesOnly && !all.Exists(item => item.Label == label)))
                continue;
            var used = new HashSet<(int, int)>();
            var ranked = new List<bool>();
            foreach (var item in all.Where(item => item.Label == label).OrderByDescending(item => item.Score))
            {
                if (options.KnownGroupsOnly && truths[(label, item.Group)] == 0)
                    continue;
                if (all.Count(other => other.Label == label && other.Group == item.Group && other.Score > item.Score) >= options.TopPerGroup)
                    continue;
                var candidates = Enumerable.Range(0, item.Overlaps.Length)
                    .Where(g => options.Matching == ApMatching.BestOnly || !used.Contains((item.Group, g)))
                    .OrderByDescending(g => item.Overlaps[g]).ToArray();
                bool hit = candidates.Length > 0 && !used.Contains((item.Group, candidates[0]))
                    && (item.Overlaps[candidates[0]] > options.Threshold || (!options.Strict && item.Overlaps[candidates[0]] == options.Threshold));
                if (hit)
                    used.Add((item.Group, candidates[0]));
                ranked.Add(hit);
            }

            scores.Add(AveragePrecision.Of(ranked, positives, options.Rule));
        }

        return scores.Average();
    }
}
