using Workbench.Data;
using Workbench.Metrics;

namespace Workbench.Tests.Metrics;

public class TubeTests
{
    private static Dictionary<int, Box> Still(int first, int last, Box box) => Enumerable.Range(first, last - first + 1).ToDictionary(frame => frame, _ => box);

    [Fact]
    public void ACTs_overlap_of_two_shifted_tubes_is_one_ninth()
    {
        double overlap = TubeIou.Act(Still(1, 10, new Box(0, 0, 9, 9)), Still(6, 15, new Box(5, 0, 14, 9)));
        Assert.Equal(0.111111, overlap, 6);
        Assert.Equal(0, TubeIou.Act(Still(1, 3, new Box(0, 0, 9, 9)), Still(4, 5, new Box(0, 0, 9, 9))));
        Assert.Equal(1, TubeIou.Act(Still(1, 3, new Box(0, 0, 9, 9)), Still(1, 3, new Box(0, 0, 9, 9))), 12);
    }

    [Fact]
    public void Suppression_drops_a_worse_tube_of_the_same_class_only()
    {
        var box = new Box(0, 0, 9, 9);
        Tube[] tubes = [new("cut", Still(0, 9, box), 0.5), new("cut", Still(1, 9, box), 0.9), new("stir", Still(0, 9, box), 0.1), new("cut", Still(40, 49, box), 0.2)];
        Assert.Equal([tubes[1], tubes[3], tubes[2]], TubeNms.Apply(tubes));
    }

    [Fact]
    public void Truth_tubes_skip_empty_actions_and_keep_seconds_without_a_box_as_unknown()
    {
        var tubes = TruthTube.Of(Video());
        Assert.Equal(["cut", "stir"], tubes.Select(tube => tube.Label));
        Assert.Equal([2, 4], tubes[0].Boxes.Keys);
        Assert.Equal([3, 5], tubes[0].Unannotated.Order());
    }

    [Fact]
    public void Voxel_overlap_agrees_with_counting_voxels()
    {
        var random = new Random(8);
        for (int round = 0; round < 60; round++)
        {
            var volume = new bool[8, 9, 12];
            var masks = new Dictionary<int, SpanMask>();
            for (int t = random.Next(4); t < 4 + random.Next(5); t++)
            {
                for (int y = 0; y < 9; y++)
                    for (int x = 0; x < 12; x++)
                        volume[t, y, x] = random.Next(2) == 0;
                int second = t;
                masks.Add(t, SpanMask.FromPixels(12, 9, (x, y) => volume[second, y, x]));
            }

            var boxes = new Dictionary<int, Box>();
            var unknown = new HashSet<int>();
            for (int t = 2; t < 6; t++)
                if (random.Next(4) == 0)
                    unknown.Add(t);
                else
                    boxes.Add(t, RandomCases.Box(random, 12, 9));
            int both = 0, either = 0;
            for (int t = 0; t < 8; t++)
                for (int y = 0; y < 9 && !unknown.Contains(t); y++)
                    for (int x = 0; x < 12; x++)
                    {
                        bool truth = boxes.TryGetValue(t, out var box) && box.Contains(x, y);
                        both += truth && volume[t, y, x] ? 1 : 0;
                        either += truth || volume[t, y, x] ? 1 : 0;
                    }

            Assert.Equal(either > 0 && masks.Count > 0 ? (double)both / either : 0, TubeIou.Voxels(new("cut", masks, 1), new("cut", boxes, unknown)), 12);
        }
    }

    [Fact]
    public void Video_mAP_of_the_truth_itself_is_1_and_of_a_late_half_passes_only_low_thresholds()
    {
        var video = Video();
        MaskTube Perfect(TruthTube tube) => new(tube.Label, tube.Boxes.ToDictionary(pair => pair.Key, pair => SpanMask.FromBox(pair.Value, 64, 48)), 1);
        var perfect = new VideoMap();
        perfect.Add("v", [.. TruthTube.Of(video).Select(Perfect)], TruthTube.Of(video));
        Assert.Equal(1, perfect.Result().Mean, 12);

        // One of two equal boxes of "cut" found: IoU 0.5, not above 0.5; "stir" missed.
        var half = new VideoMap();
        half.Add("v", [new("cut", new Dictionary<int, SpanMask> { [4] = SpanMask.FromBox(video.Boxes[4], 64, 48) }, 1)], TruthTube.Of(video));
        var result = half.Result();
        Assert.Equal([0.5, 0.5, 0.5, 0.5, 0.0], result.AtThreshold.Select(at => at.Mean));
        Assert.Equal(0.4, result.Mean, 12);
        Assert.Equal(0.5, result.At(0.3).Mean);
        Assert.Throws<ArgumentException>(() => result.At(0.25));
    }

    [Fact]
    public void Box_tubes_are_compared_as_ACT_compares_them()
    {
        var map = new VideoMap();
        map.Add("v", [new Tube("cut", Still(6, 15, new Box(5, 0, 14, 9)), 0.4)], [new Tube("cut", Still(1, 10, new Box(0, 0, 9, 9)))]);
        Assert.Equal([1.0, 0, 0, 0, 0], map.Result(ApOptions.Act).AtThreshold.Select(at => at.Mean));
    }

    [Fact]
    public void vIoU_sums_over_common_frames_and_divides_by_frames_in_either_span()
    {
        var mine = Still(0, 9, new Box(0, 0, 10, 10));
        var theirs = Still(0, 9, new Box(0, 0, 10, 5));
        var metric = new VideoIou();
        // Common 2..4 (3 frames of IoU 1/2), either 0..6 (7 frames).
        Assert.Equal(1.5 / 7, metric.Add(new Segment(0, 5), mine, new Segment(2, 7), theirs, [.. Enumerable.Range(0, 10)]), 12);
        // Only even frames are sampled: common 2, 4; either 0, 2, 4, 6.
        Assert.Equal(1.0 / 4, metric.Add(new Segment(0, 5), mine, new Segment(2, 7), theirs, [0, 2, 4, 6, 8]), 12);
        Assert.Equal(1, metric.Add(new Segment(0, 5), mine, new Segment(0, 5), mine, [0, 3]), 12);
        var result = metric.Result;
        Assert.Equal((1.5 / 7 + 0.25 + 1) / 3, result.MeanVideoIoU, 12);
        Assert.Equal(1.0 / 3, result.At30, 12);
        Assert.Equal((3.0 / 7 + 3.0 / 7 + 1) / 3, result.MeanTemporalIoU, 12);
        Assert.True(double.IsNaN(new VideoIou().Result.MeanVideoIoU));
    }

    private static GroundingVideo Video() => new()
    {
        Id = "v",
        Width = 64,
        Height = 48,
        Actions = [new(0, "cut", new Segment(2, 5)), new(1, "pour", new Segment(8, 8)), new(2, "stir", new Segment(9, 10)), new(3, "eat", new Segment(20, 22))],
        Boxes = new Dictionary<int, Box> { [2] = new(0, 0, 9, 9), [4] = new(0, 0, 9, 9), [8] = new(0, 0, 9, 9), [9] = new(5, 5, 20, 20), [10] = new(5, 5, 20, 20) },
    };
}
