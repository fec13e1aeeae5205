using Workbench.Data;
using Workbench.Experiments;
using Workbench.Inference;
using Workbench.Models;
using Workbench.Tests.Inference;
using Workbench.Tests.Training;

namespace Workbench.Tests.Experiments;

public class TasksTests
{
    private static readonly string[] Names = ["see thing1", "see thing2"];

    private static GroundingSet Set(params (int Start, int End, int Name)[] actions) => new("toy",
    [
        new GroundingVideo
        {
            Id = "toy00", Width = 640, Height = 480,
            Actions = [.. actions.Select((a, i) => new ActionSegment(i, Names[a.Name], new Segment(a.Start, a.End)))],
            Boxes = Enumerable.Range(0, 40).ToDictionary(s => s, s => new Box(0, 0, 640, 480)),
        },
    ]);

    [Fact]
    public void The_transcript_puts_background_around_the_actions_in_order_of_time()
    {
        GroundingVideo video = Set((20, 25, 0), (5, 9, 1), (9, 9, 0)).Videos[0];
        Assert.Equal([2, 1, 2, 0, 2], TemporalTask.Transcript(video, Names));
        Assert.Equal([1, 0], TemporalTask.Transcript(video, Names, backgroundSteps: false));
    }

    [Fact]
    public void Even_splits_give_every_step_its_share()
    {
        GroundingVideo video = Set((5, 9, 1)).Videos[0];
        Assert.Equal([2, 2, 1, 1, 2, 2], TemporalTask.Uniform(video, Names, 6));
    }

    [Fact]
    public void All_three_tasks_score_a_toy_video()
    {
        using var toy = new ToyNarration(videos: 2);
        using GlobalLocalModel model = GrounderTests.Model(toy);
        GroundingSet set = Set((4, 12, 0), (24, 32, 1));
        var everything = new Grounder(model, toy, new GroundingOptions { BackgroundThreshold = -1, MaskThreshold = 0 });

        SpatialScores spatial = SpatialTask.Run(everything, toy.Store, set);
        Assert.Equal((100.0, 100.0, 18), (spatial.Pointing, spatial.Success, spatial.Frames));

        TemporalScores temporal = TemporalTask.Run(everything, toy.Store, set);
        Assert.InRange(temporal.Iou, 0.0001, 100);
        Assert.Equal(1, temporal.Videos);

        SpatioTemporalScores both = SpatioTemporalTask.Run(everything, toy.Store, set);
        Assert.Equal(0, both.BackgroundShare);
        Assert.Equal(5, both.VideoMap.Count);

        var nothing = new Grounder(model, toy, new GroundingOptions { BackgroundThreshold = 2 });
        SpatioTemporalScores none = SpatioTemporalTask.Run(nothing, toy.Store, set);
        Assert.Equal((100.0, 0.0, 0.0), (none.BackgroundShare, none.IouPoint, none.VideoMapMean));
    }

    [Fact]
    public void A_set_that_counts_frames_from_second_1_reads_the_frame_before()
    {
        using var toy = new ToyNarration(videos: 2);
        using GlobalLocalModel model = GrounderTests.Model(toy);
        var grounder = new Grounder(model, toy, new GroundingOptions { MaskThreshold = 0 });
        GroundingSet set = Set((35, 40, 0)) with { SecondOfFirstFrame = 1 };
        // Seconds 35 to 39 have boxes; frames 34 to 38 answer for them.
        Assert.Equal(5, SpatialTask.Run(grounder, toy.Store, set).Frames);
        Assert.Throws<ArgumentException>(() => SpatialTask.Run(grounder, toy.Store, Set((50, 55, 0))));
    }

    [Fact]
    public void Table_6_changes_one_thing_a_row()
    {
        Profile profile = Profile.Smoke;
        IReadOnlyList<TableRow> rows = Table6.Rows(EmbeddedRecipe.Train(Fidelity.Paper, profile, 1), EmbeddedRecipe.Ground(Fidelity.Paper));
        Assert.Equal(["only Local loss", "only Global loss", "w/ Both loss"], rows.Select(r => r.Label));
        Assert.Equal([(false, true), (true, false), (true, true)], rows.Select(r => (r.Recipe.GlobalLoss, r.Recipe.LocalLoss)));
        Assert.All(rows, r => Assert.Equal(rows[0].Recipe with { Name = "", GlobalLoss = true, LocalLoss = true }, r.Recipe with { Name = "", GlobalLoss = true, LocalLoss = true }));
    }
}
