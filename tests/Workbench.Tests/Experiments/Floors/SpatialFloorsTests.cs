using Workbench.Data;
using Workbench.Experiments.Floors;

namespace Workbench.Tests.Experiments.Floors;

public class SpatialFloorsTests
{
    private static GroundingVideo Video(string id, params (int Second, Box Box)[] boxes) => new()
    {
        Id = id,
        Width = 640,
        Height = 480,
        Actions = [new(0, "cut", new Segment(0, 9)), new(1, "pour", new Segment(3, 3))],
        Boxes = boxes.ToDictionary(pair => pair.Second, pair => pair.Box),
        Points = boxes.ToDictionary(pair => pair.Second, IReadOnlyList<Point> (pair) => [pair.Box.Centre]),
    };

    private static readonly GroundingSet _set = new("two videos",
    [
        Video("a", (1, new Box(300, 200, 500, 300)), (2, new Box(0, 0, 200, 200)), (30, new Box(0, 0, 640, 480))),
        Video("b", (0, new Box(310, 200, 480, 400)), (3, new Box(600, 100, 480, 300))),
    ]);

    private static SpatialFloorResult Evaluate(SpatialPredictor predictor, int seed = 0) => SpatialFloors.Evaluate(_set, new() { Predictor = predictor, Seed = seed, Folds = 2 });

    [Fact]
    public void The_centre_hits_two_of_the_four_valid_frames()
    {
        var result = Evaluate(SpatialPredictor.Centre);
        Assert.Equal((2, 4), (result.Pointing.Hits, result.Pointing.Frames));
        Assert.Equal((1, 2), (result.DegenerateFrames, result.Videos));
        Assert.Null(result.Success);
    }

    [Fact]
    public void The_fixed_point_is_fitted_on_all_and_cross_validated_on_other_videos()
    {
        var result = Evaluate(SpatialPredictor.BestFixedPoint);
        Assert.Equal(2, result.Pointing.Hits);
        Assert.Equal((310.0 + 480) / 2 / 640, result.Point!.Value.X, 10);
        // Fitted on b alone it lies in (310..480, 200..400), at y = 300, and hits a's first box; fitted on a it takes the first best, in a's second box.
        Assert.Equal(1, result.CrossValidated!.Hits);
    }

    [Fact]
    public void The_mean_box_leaves_swapped_boxes_out_and_predicts_a_region()
    {
        var result = Evaluate(SpatialPredictor.MeanBox);
        Assert.Equal((300.0 + 0 + 310) / 3 / 640, result.Box!.Value.Left, 10);
        Assert.Equal((500.0 + 200 + 480) / 3 / 640, result.Box!.Value.Right, 10);
        Assert.Equal(4, result.Success!.Frames);
        Assert.NotNull(result.CrossValidatedSuccess);
    }

    [Fact]
    public void The_random_pixel_comes_near_its_exact_expectation_and_repeats_with_its_seed()
    {
        var many = new GroundingSet("many", [.. Enumerable.Range(0, 2000).Select(i => Video($"{i}", (1, new Box(100, 100, 299, 299))))]);
        var result = SpatialFloors.Evaluate(many, new() { Predictor = SpatialPredictor.Random, Seed = 1 });
        Assert.Equal(200.0 * 200 / (640 * 480), result.Expected!.Value, 12);
        Assert.InRange(result.Pointing.Accuracy, result.Expected.Value - 0.03, result.Expected.Value + 0.03);
        Assert.Equal(result, SpatialFloors.Evaluate(many, new() { Predictor = SpatialPredictor.Random, Seed = 1 }));
    }

    [Fact]
    public void The_annotators_point_misses_only_the_swapped_box()
    {
        Assert.Equal(3, Evaluate(SpatialPredictor.Annotators).Pointing.Hits);
        var blind = new GroundingSet("blind", [_set.Videos[0] with { Points = new Dictionary<int, IReadOnlyList<Point>>() }]);
        Assert.Contains("without the annotators' points", Assert.Throws<ArgumentException>(() => SpatialFloors.Evaluate(blind, new() { Predictor = SpatialPredictor.Annotators })).Message);
    }

    [Fact]
    public void A_set_without_boxes_is_refused() =>
        Assert.Throws<ArgumentException>(() => SpatialFloors.Evaluate(new GroundingSet("none", [Video("a")]), new() { Predictor = SpatialPredictor.Centre }));

    [Fact]
    public void A_box_cut_at_the_height_gets_its_right_side_back()
    {
        var video = Video("a", (0, new Box(350, 10, 480, 210)), (1, new Box(100, 400, 300, 600)), (2, new Box(500, 0, 480, 200)), (3, new Box(300, 0, 480, 200)));
        var points = new Dictionary<int, IReadOnlyList<Point>> { [3] = [new Point(420, 100)] };
        var boxes = RestoredBoxes.Of(new GroundingSet("s", [video with { Points = points }])).Videos[0].Boxes;
        Assert.Equal(new Box(350, 10, 550, 210), boxes[0]); // at least 200 wide
        Assert.Equal(new Box(100, 400, 300, 480), boxes[1]); // not cut on the right; its bottom brought into the frame
        Assert.Equal(new Box(500, 0, 640, 200), boxes[2]); // not beyond the width
        Assert.Equal(new Box(300, 0, 540, 200), boxes[3]); // even about its mean point
    }

    [PublicDataTheory("GroundingYouTube/seg.json", "GroundingYouTube/id2xy_box.json", "GroundingYouTube/id2xy_box_agree.json", "GroundingYouTube/id2xy_box_new_s.json")]
    [InlineData(BoxVariant.Any, 10_989, 17_812, 0.1632)]
    [InlineData(BoxVariant.Agree, 11_772, 17_531, 0.1752)]
    [InlineData(BoxVariant.New, 13_776, 22_020, 0.1651)]
    public void The_centre_and_the_random_pixel_on_the_public_boxes(BoxVariant boxes, int hits, int frames, double random)
    {
        // Counted independently by a few lines of Python over the same files.
        var set = GroundingYouTubeReader.Read(PublicData.Find("GroundingYouTube"), new() { Boxes = boxes });
        var centre = SpatialFloors.Evaluate(set, new() { Predictor = SpatialPredictor.Centre });
        Assert.Equal((hits, frames), (centre.Pointing.Hits, centre.Pointing.Frames));
        Assert.Equal(random, SpatialFloors.Evaluate(set, new() { Predictor = SpatialPredictor.Random }).Expected!.Value, 4);
    }
}
