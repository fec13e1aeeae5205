using Workbench.Data;
using Workbench.Metrics;

namespace Workbench.Tests.Metrics;

public class ObjectAccuracyTests
{
    [Fact]
    public void Classes_count_alike_however_many_frames_they_have_and_half_an_overlap_is_a_miss()
    {
        var accuracy = new ObjectAccuracy();
        var truth = new Box(0, 0, 10, 10);
        accuracy.Add("tomato", truth, truth, new Point(5, 5));
        accuracy.Add("tomato", truth, new Box(0, 0, 10, 5), new Point(10, 10)); // IoU ½ is not above ½; borders are inside.
        accuracy.Add("tomato", truth, new Box(0, 0, 10, 5.1), new Point(11, 5));
        accuracy.Add("egg", truth, null, null);
        Assert.Equal((2 / 3.0 + 0) / 2, accuracy.MacroBox, 1e-12);
        Assert.Equal((2 / 3.0 + 0) / 2, accuracy.MacroPoint, 1e-12);
        Assert.Equal((0.5, 0.5, 4), (accuracy.MicroBox, accuracy.MicroPoint, accuracy.Frames));
        Assert.Equal(["egg", "tomato"], accuracy.Classes.Select(c => c.Label));
        Assert.True(double.IsNaN(new ObjectAccuracy().MacroBox));
    }

    [Fact]
    public void Phrases_are_recalled_by_any_of_the_k_highest_boxes_and_pointed_at_strictly_inside()
    {
        var recall = new PhraseRecall();
        Box truth = new(10, 10, 29, 29), half = new(10, 10, 29, 19), far = new(50, 50, 60, 60);
        Assert.Equal(0.5, PhraseRecall.Overlap(half, truth), 1e-6);
        Assert.True(PhraseRecall.Overlap(half, truth) < 0.5); // The millionth in the union.
        recall.Add([truth, far], [truth]);
        recall.Add([far, far, truth], [new Box(0, 0, 1, 1), truth]);
        recall.Add([.. Enumerable.Repeat(far, 7), truth], [truth]);
        recall.Add([new Box(0, 0, 20, 20)], [new Box(10, 0, 40, 40)]); // Its middle lies on the border.
        Assert.Equal((0.25, 0.5, 0.75), (recall.At(1), recall.At(5), recall.At(10)));
        Assert.Equal((0.25, 4), (recall.Pointing, recall.Phrases));
        Assert.Throws<ArgumentException>(() => recall.Add([far], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => recall.At(2));
    }
}
