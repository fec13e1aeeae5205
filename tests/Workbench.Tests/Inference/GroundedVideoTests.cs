using Workbench.Inference;
using Workbench.Models;
using Workbench.Tests.Training;

namespace Workbench.Tests.Inference;

public class GroundedVideoTests
{
    [Fact]
    public void A_whole_video_is_answered_second_by_second()
    {
        using var toy = new ToyNarration(videos: 2);
        using GlobalLocalModel model = GrounderTests.Model(toy);
        using VideoFeatures features = VideoFeatures.Read(toy.Store, "toy00");
        var grounder = new Grounder(model, toy, new GroundingOptions { BackgroundThreshold = -1, WindowFrames = 16 });
        GroundedVideo answer = grounder.Ground(features, ["see thing1", "see thing2"]);
        Assert.Equal(ToyNarration.Seconds, answer.Seconds);
        Assert.Equal(ToyNarration.Seconds, answer.Actions.Sum(a => a.Count));
        Assert.All(answer.Heat, Assert.NotNull);
        Assert.Equal(grounder.HeatMaps(features, answer.Sentences[answer.Labels[20]], 16, 16)[4].Values, answer.Heat[20]!.Values);
        foreach ((int Sentence, int First, int Count) action in answer.Actions)
            Assert.InRange(answer.Confidence(action), -1, 1);
        Assert.Equal(answer.Score_FP[answer.Best(1), 1], Enumerable.Range(0, answer.Seconds).Max(s => answer.Score_FP[s, 1]));

        GroundedVideo nothing = new Grounder(model, toy, new GroundingOptions { BackgroundThreshold = 2 }).Ground(features, ["see thing1"]);
        Assert.Empty(nothing.Actions);
        Assert.All(nothing.Heat, Assert.Null);
    }
}
