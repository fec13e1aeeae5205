using Workbench.Data;
using Workbench.Metrics;

namespace Workbench.Tests.Metrics;

public class PointingGameTests
{
    [Fact]
    public void Borders_belong_to_the_box_and_a_swapped_box_cannot_be_hit()
    {
        var game = new PointingGame();
        Assert.True(game.Add(new Point(10, 20), new Box(10, 20, 30, 40)));
        Assert.True(game.Add(new Point(30, 40), new Box(10, 20, 30, 40)));
        Assert.False(game.Add(new Point(30.5, 40), new Box(10, 20, 30, 40)));
        Assert.False(game.Add(new Point(480, 100), new Box(500, 50, 480, 250)));
        Assert.Equal(new PointingResult(2, 4), game.Result);
        Assert.Equal(0.5, game.Result.Accuracy);
    }

    [Fact]
    public void Any_of_several_boxes_will_do_and_no_prediction_is_a_miss()
    {
        var game = new PointingGame();
        Assert.True(game.Add(new Point(5, 5), [new Box(50, 50, 60, 60), new Box(0, 0, 9, 9)]));
        Assert.False(game.Add(null, new Box(0, 0, 9, 9)));
        Assert.Equal(new PointingResult(1, 2), game.Result);
    }

    [Fact]
    public void Nothing_added_has_no_accuracy() => Assert.True(double.IsNaN(new PointingGame().Result.Accuracy));

    [Fact]
    public void A_point_that_is_no_number_is_named_with_its_frame()
    {
        var game = new PointingGame();
        game.Add(new Point(0, 0), new Box(0, 0, 1, 1));
        var error = Assert.Throws<ArgumentException>(() => game.Add(new Point(double.NaN, 0), new Box(0, 0, 1, 1)));
        Assert.Contains("frame 1", error.Message);
        Assert.Throws<ArgumentException>(() => game.Add(new Point(0, 0), []));
        Assert.Equal(1, game.Result.Frames);
    }

    [Theory]
    [InlineData(0, 5, 0, 0)]
    [InlineData(4, 5, 4, 4)]
    [InlineData(5, 5, 4, 5)] // the released evaluator reads a padded, black frame
    [InlineData(16, 16, 15, 15)] // and, where the windows are full, the last frame again
    [InlineData(17, 17, 16, 17)]
    public void The_second_after_the_last_decoded_frame(int offset, int length, int lastDecoded, int released)
    {
        Assert.Equal(lastDecoded, HeatFrames.Index(offset, length));
        Assert.Equal(released, HeatFrames.Index(offset, length, HeatFrameRule.ReleasedCode));
    }

    [Fact]
    public void Spread_is_strictly_above_the_area_and_differs_between_paper_and_code()
    {
        var box = new Box(0, 0, 300, 200); // 60,000
        Assert.Equal(ActionSpread.Saturated, SpreadRule.Paper.Of(box));
        Assert.Equal(ActionSpread.Widespread, SpreadRule.ReleasedCode.Of(box));
        Assert.Equal(ActionSpread.Widespread, SpreadRule.Paper.Of(60_000.5));
    }
}
