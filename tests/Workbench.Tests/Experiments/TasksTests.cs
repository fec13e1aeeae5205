using Workbench.Data;
using Workbench.Experiments;
using Workbench.Inference;
using Workbench.Metrics;
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
    public void A_single_action_fills_the_middle_third_of_its_clip()
    {
        GroundingVideo video = Set((10, 15, 0), (2, 8, 1), (30, 32, 0), (0, 21, 1)).Videos[0];
        (GroundingVideo Clip, int First, int Count)[] clips = [.. SingleActionTask.Clips(video, 18)];
        // 10 to 15 with 5 s before and as much of the 5 s after as the video has; 2 to 8 from the video's start; the others are too short or too long.
        Assert.Equal([(5, 13), (0, 14)], clips.Select(c => (c.First, c.Count)));
        Assert.Equal([new Segment(5, 10), new Segment(2, 8)], clips.Select(c => c.Clip.Actions.Single().Segment));
        Assert.Equal(Enumerable.Range(0, 13), clips[0].Clip.Boxes.Keys.Order());
        Assert.Equal([Names[0]], clips[0].Clip.Pool);
    }

    [Fact]
    public void Single_actions_are_scored_with_their_own_name_as_the_only_choice()
    {
        using var toy = new ToyNarration(videos: 2);
        using GlobalLocalModel model = GrounderTests.Model(toy);
        GroundingSet set = Set((8, 12, 0), (24, 32, 1));
        // Called action everywhere: right in the third that it fills, and the boxes are the whole frame.
        SpatioTemporalScores always = SingleActionTask.Run(new Grounder(model, toy, new GroundingOptions { BackgroundThreshold = -1, MaskThreshold = 0 }), toy.Store, set);
        Assert.Equal(2, always.Videos);
        Assert.InRange(always.IouPoint, 30, 45);
        Assert.Equal(100, always.VideoMap[0]);
        Assert.Equal(0, always.VideoMap[4]);
        Assert.Equal(0, SingleActionTask.Run(new Grounder(model, toy, new GroundingOptions { BackgroundThreshold = 2 }), toy.Store, set).IouPoint);
    }

    [Fact]
    public void Masks_and_the_split_by_size_come_from_the_same_heat()
    {
        using var toy = new ToyNarration(videos: 2);
        using GlobalLocalModel model = GrounderTests.Model(toy);
        GroundingSet set = Set((4, 12, 0), (24, 32, 1));
        var grounder = new Grounder(model, toy, new GroundingOptions { BackgroundThreshold = -1, MaskThreshold = 0 });
        var options = new SpatioTemporalTaskOptions { Masks = [(MaskRule.Absolute, 0), (MaskRule.Absolute, 2)] };
        SpatioTemporalScores scores = SpatioTemporalTask.Run(grounder, toy.Store, set, options);
        Assert.Equal([scores.VideoMap[3], 0], scores.MaskMaps); // All of the frame, and nothing of it.
        Assert.Equal((scores.VideoMap[3], double.NaN), (scores.Widespread, scores.Saturated));
        SpatioTemporalScores small = SpatioTemporalTask.Run(grounder, toy.Store, set, options with { Spread = new SpreadRule(640 * 480) });
        Assert.Equal((double.NaN, scores.VideoMap[3]), (small.Widespread, small.Saturated));
    }
}
