using Workbench.Data;
using Workbench.Experiments.Floors;

namespace Workbench.Tests.Experiments.Floors;

public class TemporalFloorsTests
{
    private static GroundingSet Set(double? duration, params (string Label, double Start, double End)[] actions) => new("s",
    [
        new GroundingVideo
        {
            Id = "v", Width = 640, Height = 480, Duration = duration,
            Actions = [.. actions.Select((action, i) => new ActionSegment(i, action.Label, new Segment(action.Start, action.End)))],
        },
    ]);

    [Fact]
    public void A_split_gives_each_step_its_share_in_order()
    {
        Assert.Equal([7, 7, 8, 8, 9, 9], TemporalFloors.Split([7, 8, 9], 6));
        Assert.Equal([7, 7, 8, 9, 9], TemporalFloors.Split([7, 8, 9], 5));
        Assert.Empty(TemporalFloors.Split([7], 0));
    }

    [Fact]
    public void Three_kinds_of_knowledge_by_hand()
    {
        // Seconds: - - cut cut stir stir stir stir - - ; the zero-length action does not count.
        var set = Set(10, ("stir", 4, 8), ("cut", 2, 4), ("eat", 5, 5));
        // cut 0-4, stir 5-9: cut 2 of 5, stir 3 of 6.
        var none = TemporalFloors.Evaluate(set, BackgroundKnowledge.None);
        Assert.Equal((0.4 + 0.5) / 2, none.Tcfpn.Iou, 12);
        Assert.Equal((0.4 + 0.6) / 2, none.Tcfpn.Iod, 12);
        Assert.Equal(0.5, none.FrameAccuracy, 12);
        // Quarters of 10: background 0-1 (0.5·4/10 … ), cut 2-4, stir 5-6, background 7-9, by middles.
        var transcript = TemporalFloors.Evaluate(set, BackgroundKnowledge.Transcript);
        Assert.Equal((2.0 / 3 + 2.0 / 4) / 2, transcript.Tcfpn.Iou, 12);
        // cut 2-4, stir 5-7.
        var seconds = TemporalFloors.Evaluate(set, BackgroundKnowledge.Seconds);
        Assert.Equal((2.0 / 3 + 3.0 / 4) / 2, seconds.Tcfpn.Iou, 12);
        Assert.Equal(0.9, seconds.FrameAccuracy, 12);
        Assert.Equal((1, 10L), (seconds.Videos, seconds.Seconds));
    }

    [Fact]
    public void Without_a_duration_the_video_ends_with_its_last_action()
    {
        var result = TemporalFloors.Evaluate(Set(null, ("cut", 0, 5), ("stir", 5, 10)), BackgroundKnowledge.None);
        Assert.Equal(1, result.Tcfpn.Iou, 12);
        Assert.Equal(10, result.Seconds);
    }

    [Fact]
    public void A_video_without_actions_is_left_out() =>
        Assert.Equal(0, TemporalFloors.Evaluate(Set(10), BackgroundKnowledge.None).Videos);
}
