using Workbench.Data;

namespace Workbench.Tests.Data;

public sealed class SpreadRuleTests
{
    [Fact]
    public void Frames_count_by_their_own_area_actions_and_classes_by_the_mean_inside_the_frame()
    {
        var video = new GroundingVideo
        {
            Id = "v",
            Width = 640,
            Height = 480,
            Actions = [new(0, "a", new(0, 1)), new(1, "b", new(2, 3)), new(2, "none", new(8, 9)), new(3, "empty", new(0, 0)), new(4, "b", new(5, 5.5))],
            // 40,000 and 96,000 (mean 68,000); 40,000 and 60,000 (mean 50,000); 640 × 400, of which 640 × 100 lie inside.
            Boxes = new Dictionary<int, Box> { [0] = new(0, 0, 200, 200), [1] = new(0, 0, 400, 240), [2] = new(0, 0, 200, 200), [3] = new(0, 0, 300, 200), [5] = new(0, 380, 640, 780) },
        };
        var set = new GroundingSet("x", [video]);
        Assert.Equal(new SpreadSplit((2, 3), (2, 1), (1, 1)), SpreadRule.Paper.Divide(set));
        Assert.Equal(new SpreadSplit((3, 2), (2, 1), (2, 0)), SpreadRule.ReleasedCode.Divide(set));
        Assert.Equal((ActionSpread.Saturated, ActionSpread.Widespread), (SpreadRule.Paper.Of(60_000), SpreadRule.Paper.Of(new Box(0, 0, 300, 200.5))));
        Assert.Throws<ArgumentException>(() => SpreadRule.Paper.Of(new Box(0, 0, double.NaN, 1)));
    }

    /// <summary>4,406 and 8,612 of the 17,316 boxes: measured independently on the file.</summary>
    [PublicDataTheory("GroundingYouTube")]
    [InlineData(BoxVariant.Agree, 4406, 8612)]
    [InlineData(BoxVariant.Any, 3559, 7004)]
    [InlineData(BoxVariant.New, 4632, 9017)]
    public void The_published_boxes_divide_as_measured(BoxVariant variant, int paper, int code)
    {
        var boxes = GroundingYouTubeReader.Read(PublicData.Find("GroundingYouTube"), new() { Boxes = variant }).Videos.SelectMany(video => video.Boxes.Values).ToList();
        Assert.Equal(paper, boxes.Count(box => SpreadRule.Paper.Of(box) == ActionSpread.Widespread));
        Assert.Equal(code, boxes.Count(box => SpreadRule.ReleasedCode.Of(box) == ActionSpread.Widespread));
    }
}
