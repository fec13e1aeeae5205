using Workbench.Data.NarratedKitchen;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Tests.Data.NarratedKitchen;

public sealed class ScriptWriterTests
{
    private static readonly KitchenOptions Options = new();

    private static List<VideoScript> Write(KitchenOptions options, int count = 60, KitchenSplit split = KitchenSplit.Test) =>
        [.. Enumerable.Range(0, count).Select(i => ScriptWriter.Write(options, split, i))];

    [Theory]
    [InlineData(KitchenSplit.Train, 40, 90)]
    [InlineData(KitchenSplit.Test, 60, 180)]
    public void Shots_fill_the_video_without_gaps_and_actions_lie_inside_in_order(KitchenSplit split, int shortest, int longest)
    {
        foreach (VideoScript script in Write(Options, split: split))
        {
            Assert.InRange(script.Seconds, shortest, longest);
            Assert.Equal(0, script.Shots[0].Start);
            Assert.Equal(script.Seconds, script.Shots[^1].End);
            Assert.All(script.Shots, s => Assert.True(s.End > s.Start));
            Assert.All(script.Shots.Zip(script.Shots.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
            Assert.True(script.Takes.Count >= 2, "several actions a video");
            Assert.All(script.Takes.Zip(script.Takes.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
            Assert.True(script.Takes[^1].End <= script.Seconds);
        }
    }

    [Fact]
    public void Every_shot_of_an_action_shows_it_or_interrupts_it_and_no_other_shot_does()
    {
        foreach (VideoScript script in Write(Options))
        {
            for (int k = 0; k < script.Seconds; k++)
            {
                Shot shot = script.ShotAt(k + 0.5);
                Take? take = script.Takes.FirstOrDefault(t => t.Start <= k && k < t.End);
                Assert.Equal(take?.Index, shot.Take);
                if (shot.State == SecondState.Action)
                    Assert.Equal(take!.Action, shot.Scene.Action);
                else
                    Assert.True(take is null || shot.State is SecondState.Broll or SecondState.TalkingHead);
            }
        }
    }

    [Fact]
    public void Most_actions_last_3_to_20_s_and_the_background_takes_its_share()
    {
        List<VideoScript> scripts = Write(Options);
        int[] lengths = [.. scripts.SelectMany(s => s.Takes).Select(t => t.Seconds)];
        Assert.True(lengths.Count(l => l is >= 3 and <= 20) > 0.9 * lengths.Length);
        Assert.Contains(lengths, l => l < 3);
        Assert.Equal(0.5, Background(scripts), 0.06);
        Assert.Equal(0.7, Background(Write(Options with { Background = 0.7 })), 0.06);
        Assert.Equal(0, Background(Write(Options with { Background = 0 })), 0.03);
    }

    [Fact]
    public void A_video_depends_on_seed_split_and_index_alone()
    {
        VideoScript script = ScriptWriter.Write(Options, KitchenSplit.Test, 3);
        VideoScript again = ScriptWriter.Write(Options with { TrainVideos = 1, TestVideos = 4, Parallel = 7 }, KitchenSplit.Test, 3);
        Assert.Equal(script.Takes, again.Takes);
        Assert.Equal(script.Utterances, again.Utterances);
        Assert.Equal(script.Seed, again.Seed);
        Assert.NotEqual(script.Seed, ScriptWriter.Write(Options with { Seed = 2 }, KitchenSplit.Test, 3).Seed);
        Assert.NotEqual(script.Seed, ScriptWriter.Write(Options, KitchenSplit.Train, 3).Seed);
        Assert.NotEqual(script.Seed, ScriptWriter.Write(Options, KitchenSplit.Test, 4).Seed);
    }

    [Fact]
    public void Interruptions_cut_aways_and_idle_hands_come_and_go_with_their_knobs()
    {
        KitchenOptions none = Options with { Broll = 0, TalkingHead = 0, Interruption = 0, IdleHands = 0, DistractorHands = 0, CameraChange = 0, CameraMotion = 0 };
        Shot[] calm = [.. Write(none).SelectMany(s => s.Shots)];
        Assert.All(calm, s => Assert.True(s.State is SecondState.Action or SecondState.Background && s.Hand is null && !s.Camera.Moves));
        Shot[] busy = [.. Write(Options with { Interruption = 1 }).SelectMany(s => s.Shots)];
        Assert.Contains(busy, s => s.State == SecondState.Broll && s.Take is not null);
        Assert.Contains(busy, s => s.State == SecondState.TalkingHead && s.Take is not null);
        Assert.Contains(busy, s => s.State == SecondState.Broll && s.Take is null);
        Assert.Contains(busy, s => s.State == SecondState.Action && s.Hand is not null);
        Assert.Contains(busy, s => s.Camera.Moves);
    }

    [Fact]
    public void A_camera_move_keeps_the_whole_frame_inside_the_scene()
    {
        var random = new StableRandom(1);
        for (int i = 0; i < 200; i++)
        {
            Camera camera = Camera.Move(random);
            foreach (double share in (double[])[0, 0.37, 1])
            {
                Workbench.Data.Box shown = camera.Project(new Workbench.Data.Box(0, 0, 320, 240), share);
                Assert.True(shown.Left <= 1e-9 && shown.Top <= 1e-9 && shown.Right >= 320 - 1e-9 && shown.Bottom >= 240 - 1e-9);
            }
        }
    }

    private static double Background(List<VideoScript> scripts) =>
        1 - scripts.Sum(s => s.Takes.Sum(t => t.Seconds)) / (double)scripts.Sum(s => s.Seconds);
}
