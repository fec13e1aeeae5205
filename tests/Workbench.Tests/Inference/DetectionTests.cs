using Workbench.Data;
using Workbench.Inference;

namespace Workbench.Tests.Inference;

public class DetectionTests
{
    [Fact]
    public void The_best_action_wins_and_seconds_below_the_threshold_are_background()
    {
        double[,] score = { { 0.6, 0.7 }, { 0.4, 0.3 }, { 0.5, 0.5 }, { 0.9, -1 } };
        Assert.Equal([1, TemporalDetection.Background, 0, 0], TemporalDetection.Labels(score, 0.5));
    }

    [Fact]
    public void Runs_are_maximal_and_leave_background_out()
    {
        Assert.Equal([(2, 0, 2), (1, 2, 1), (1, 4, 2)], TubeBuilder.Runs([2, 2, 1, -1, 1, 1]));
        Assert.Empty(TubeBuilder.Runs([-1, -1]));
        Assert.Empty(TubeBuilder.Runs([]));
    }

    [Fact]
    public void A_tube_carries_a_box_a_second_and_its_mean_score()
    {
        double[,] score = { { 0.6 }, { 0.8 }, { 0.1 } };
        Tube tube = Assert.Single(TubeBuilder.Build([0, 0, -1], ["cut tomato"], score, (label, second) => new Box(label, second, 9, 9)));
        Assert.Equal(("cut tomato", 0.7), (tube.Label, Math.Round(tube.Confidence, 9)));
        Assert.Equal([0, 1], tube.Boxes.Keys.Order());
        Assert.Equal(new Box(0, 1, 9, 9), tube.Boxes[1]);
    }

    [Fact]
    public void The_box_bounds_the_cells_connected_to_the_peak()
    {
        var heat = new HeatMap(3, 4,
        [
            0.0f, 0.3f, 0.0f, 0.5f,
            0.0f, 0.9f, 0.4f, 0.0f,
            0.6f, 0.0f, 0.0f, 0.0f,
        ]);
        Assert.Equal(new Box(100, 0, 300, 200), HeatBox.From(heat, 0.3, 400, 300));
        Assert.Equal(new Box(100, 100, 200, 200), HeatBox.From(heat, 2, 400, 300));
    }
}
