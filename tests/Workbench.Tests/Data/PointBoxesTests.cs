using Workbench.Data;

namespace Workbench.Tests.Data;

public sealed class PointBoxesTests
{
    private static readonly FrameSize Frame = new(640, 480);

    [Fact]
    public void The_box_is_the_points_hull_with_the_margin()
    {
        var box = PointBoxes.Around([new(200, 210), new(230.4, 190)], Frame);
        Assert.Equal(new Box(100, 90, 330, 310), box);
    }

    [Fact]
    public void The_corrected_clipping_keeps_to_the_frame_and_the_released_one_swaps_its_sides()
    {
        Point[] points = [new(600, 450)];
        Assert.Equal(new Box(500, 350, 640, 480), PointBoxes.Around(points, Frame));
        var released = PointBoxes.Around(points, Frame, BoxClipping.ReleasedCode);
        Assert.Equal(new Box(500, 350, 480, 550), released);
        Assert.True(released.IsDegenerate);
        Assert.Equal(new Box(0, 0, 105, 110), PointBoxes.Around([new(5, 10)], Frame));
    }

    [Fact]
    public void No_point_is_an_error() => Assert.Throws<ArgumentException>(() => PointBoxes.Around([], Frame));

    /// <summary>
    /// Where one annotator alone set a point (mean distance 0) and only one action shares the second, the mean is the point and
    /// the published box follows from it. This is what shows that the published upper clipping is swapped.
    /// </summary>
    [PublicDataTheory("GroundingYouTube")]
    [InlineData(BoxVariant.Any, BoxClipping.ReleasedCode, 2473, 2473)]
    [InlineData(BoxVariant.Any, BoxClipping.Corrected, 1688, 2473)]
    [InlineData(BoxVariant.New, BoxClipping.ReleasedCode, 2815, 2815)]
    [InlineData(BoxVariant.New, BoxClipping.Corrected, 1931, 2815)]
    public void Published_boxes_of_single_points_follow_from_the_swapped_clipping(BoxVariant variant, BoxClipping clipping, int equal, int compared)
    {
        var folder = PublicData.Find("GroundingYouTube");
        var videos = GroundingYouTubeReader.Read(folder, new() { Boxes = variant }).Videos.ToDictionary(video => video.Id);
        var single = GroundingYouTubeReader.ReadPoints(folder)
            .Where(each => each.Mean is not null)
            .GroupBy(each => (each.Video, each.Second))
            .Where(second => second.Count() == 1 && second.Single().MeanDistance == 0 && videos[second.Key.Video].Boxes.ContainsKey(second.Key.Second))
            .Select(second => second.Single())
            .ToList();
        Assert.Equal(compared, single.Count);
        Assert.Equal(equal, single.Count(each => Around(each, videos[each.Video], clipping) == videos[each.Video].Boxes[each.Second]));
    }

    /// <summary>With several annotators only the mean is public; the box must still reach a margin beyond it on each side.</summary>
    [PublicDataTheory("GroundingYouTube")]
    [InlineData(BoxVariant.Any)]
    [InlineData(BoxVariant.Agree)]
    [InlineData(BoxVariant.New)]
    public void Every_published_box_with_a_point_reaches_the_margin_around_a_mean_point(BoxVariant variant)
    {
        var videos = GroundingYouTubeReader.Read(PublicData.Find("GroundingYouTube"), new() { Boxes = variant, Points = true }).Videos;
        var frames = videos.SelectMany(video => video.Boxes.Select(pair => (Video: video, Box: pair.Value, Points: video.Points[pair.Key]))).ToList();
        Assert.All(frames, frame => Assert.Contains(frame.Points, point =>
        {
            var least = PointBoxes.Around([point], new(frame.Video.Width, frame.Video.Height), BoxClipping.ReleasedCode);
            return frame.Box.Left <= least.Left + 1 && frame.Box.Top <= least.Top + 1 && frame.Box.Right >= least.Right - 1 && frame.Box.Bottom >= least.Bottom - 1;
        }));
    }

    private static Box Around(PointAnnotation point, GroundingVideo video, BoxClipping clipping) =>
        PointBoxes.Around([point.Mean!.Value], new(video.Width, video.Height), clipping);
}
