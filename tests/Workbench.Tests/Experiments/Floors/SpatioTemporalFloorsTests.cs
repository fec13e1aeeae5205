using Workbench.Data;
using Workbench.Experiments;
using Workbench.Experiments.Floors;

namespace Workbench.Tests.Experiments.Floors;

public class SpatioTemporalFloorsTests
{
    private static GroundingSet Set(Segment segment, Box box, double? duration) => new("toy",
    [
        new GroundingVideo
        {
            Id = "v", Width = 640, Height = 480, Duration = duration,
            Actions = [new ActionSegment(0, "fry egg", segment)],
            Boxes = Enumerable.Range(0, 30).ToDictionary(s => s, _ => box),
        },
    ]);

    private static IReadOnlyDictionary<string, double> Metrics(GroundingSet set) => SpatioTemporalFloors.Evaluate(set, set).Metrics;

    [Fact]
    public void What_happens_in_the_middle_third_and_in_the_middle_of_the_frame_is_found_without_looking()
    {
        // Pause, action, pause: 10 s each.
        IReadOnlyDictionary<string, double> metrics = Metrics(Set(new Segment(10, 19), new Box(270, 190, 370, 290), duration: 30));
        Assert.Equal(100, metrics[RunMetrics.IouPoint]);
        Assert.Equal(100, metrics[RunMetrics.VideoMap(0.5)]);
        Assert.Equal(100, metrics[RunMetrics.SingleMap(0.5)]);
    }

    [Fact]
    public void What_happens_elsewhere_is_not()
    {
        IReadOnlyDictionary<string, double> early = Metrics(Set(new Segment(0, 9), new Box(270, 190, 370, 290), duration: 30)), corner = Metrics(Set(new Segment(10, 19), new Box(0, 0, 100, 100), duration: 30));
        Assert.Equal(0, early[RunMetrics.VideoMap(0.5)]);
        Assert.Equal(0, corner[RunMetrics.IouPoint]);
        Assert.Equal(0, corner[RunMetrics.VideoMap(0.1)]);
    }

    [Fact]
    public void A_video_whose_length_is_not_known_ends_with_its_last_action()
    {
        (IReadOnlyDictionary<string, double> _, IReadOnlyDictionary<string, long> counts) = SpatioTemporalFloors.Evaluate(Set(new Segment(10, 20), new Box(0, 0, 100, 100), null), Set(new Segment(10, 20), new Box(0, 0, 100, 100), null));
        Assert.Equal((20, 1, 1), (counts["seconds"], counts["videos"], counts["single-action clips"]));
    }
}
