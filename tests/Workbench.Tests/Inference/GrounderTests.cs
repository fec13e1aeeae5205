using TorchSharp;
using Workbench.Data;
using Workbench.Inference;
using Workbench.Models;
using Workbench.Tests.Training;
using Workbench.Training;
using static TorchSharp.torch;

namespace Workbench.Tests.Inference;

public class GrounderTests
{
    internal static GlobalLocalModel Model(ToyNarration toy)
    {
        manual_seed(1);
        return new GlobalLocalModel(GlobalLocalConfig.ForWidth(toy.Width, Fidelity.ReleasedCode));
    }

    [Fact]
    public void A_trained_model_says_when_and_where_in_the_toy_world()
    {
        using var toy = new ToyNarration(videos: 40);
        Recipe recipe = Recipe.For(Fidelity.ReleasedCode) with
        {
            BatchSize = 16,
            LocalChunks = 1,
            LocalWeight = 1,
            Steps = 300,
            WarmupSteps = 10,
            LearningRate = 5e-3,
            CandidateFrames = 8,
            Selection = Workbench.Transport.FrameSelection.ReleasedCode with { Frames = 4 },
        };
        using GlobalLocalModel model = Model(toy);
        using var texts = new TextBank(toy);
        new Trainer(recipe, model, new NarratedClips(toy.Store, toy.Captions, recipe), texts).Run();
        var grounder = new Grounder(model, toy, GroundingOptions.For(Fidelity.ReleasedCode));
        string[] pool = [.. Enumerable.Range(0, ToyNarration.Things).Select(t => $"see thing{t}")];
        int right = 0, pointed = 0, clips = 0;
        foreach (Clip clip in toy.Captions.Values.SelectMany(c => c))
        {
            using VideoFeatures features = VideoFeatures.Read(toy.Store, clip.Video);
            int second = (int)clip.Segment.Start + 5;
            double[,] scores = grounder.Scores(features, pool);
            int best = Enumerable.Range(0, pool.Length).MaxBy(p => scores[second, p]);
            right += pool[best] == clip.Text ? 1 : 0;
            HeatMap heat = grounder.HeatMaps(features, clip.Text, second, 1)[0];
            float[] shown = toy.Store.Read(clip.Video, "local", second, 1).Values;
            int truth = Enumerable.Range(0, ToyNarration.Cells).MaxBy(c => shown.AsSpan(c * ToyNarration.Size, ToyNarration.Size).ToArray().Max());
            pointed += Array.IndexOf(heat.Values, heat.Values.Max()) == truth ? 1 : 0;
            clips++;
        }
        Assert.True(right > 0.6 * clips, $"when: {right} of {clips}");
        Assert.True(pointed > 0.6 * clips, $"where: {pointed} of {clips}");
    }

    [Theory]
    [InlineData(SpatialSource.Rollout)]
    [InlineData(SpatialSource.GlobalRegions)]
    public void Each_window_is_a_distribution_also_the_last_one(SpatialSource source)
    {
        using var toy = new ToyNarration(videos: 2);
        using GlobalLocalModel model = Model(toy);
        using VideoFeatures features = VideoFeatures.Read(toy.Store, "toy00");
        var grounder = new Grounder(model, toy, new GroundingOptions { Spatial = source });
        IReadOnlyList<HeatMap> maps = grounder.HeatMaps(features, "see thing1", 0, 40);
        Assert.Equal(40, maps.Count);
        foreach (HeatMap[] window in maps.Chunk(16))
            Assert.Equal(1, window.Sum(m => m.Values.Sum()), 4);
    }

    [Fact]
    public void Black_frames_fill_the_last_window_when_the_switch_says_so()
    {
        using var toy = new ToyNarration(videos: 2);
        using GlobalLocalModel model = Model(toy);
        using VideoFeatures features = VideoFeatures.Read(toy.Store, "toy00");
        var grounder = new Grounder(model, toy, new GroundingOptions { PartialWindow = PartialWindow.BlackFrames });
        IReadOnlyList<HeatMap> maps = grounder.HeatMaps(features, "see thing1", 3, 5);
        Assert.Equal(16, maps.Count);
        Assert.Equal(1, maps.Sum(m => m.Values.Sum()), 4);
    }

    [Fact]
    public void Seconds_outside_the_video_are_refused()
    {
        using var toy = new ToyNarration(videos: 2);
        using GlobalLocalModel model = Model(toy);
        using VideoFeatures features = VideoFeatures.Read(toy.Store, "toy00");
        Assert.Contains("40", Assert.Throws<ArgumentOutOfRangeException>(() => new Grounder(model, toy).HeatMaps(features, "see thing1", 30, 11)).Message, StringComparison.Ordinal);
    }
}
