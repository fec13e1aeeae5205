using Workbench.Inference;
using Workbench.Models;
using Workbench.Tests.Inference;
using Workbench.Torch;
using Workbench.Training;

namespace Workbench.Tests.Training;

[Collection(TensorCounters.Name)]
public class LeakTests
{
    [Fact]
    public void An_epoch_of_training_leaves_no_tensor_behind()
    {
        using var toy = new ToyNarration();
        TrainerTests.Train(toy, TrainerTests.Recipe with { Steps = 3 });
        long before = TorchRuntime.LiveTensors;
        TrainerTests.Train(toy, TrainerTests.Recipe with { Steps = 6 });
        Assert.Equal(before, TorchRuntime.LiveTensors);
    }

    [Fact]
    public void Asking_leaves_no_tensor_behind_and_scores_are_cosines()
    {
        using var toy = new ToyNarration(videos: 2);
        using GlobalLocalModel model = GrounderTests.Model(toy);
        using VideoFeatures features = VideoFeatures.Read(toy.Store, "toy00");
        foreach (TemporalSource source in Enum.GetValues<TemporalSource>())
        {
            var grounder = new Grounder(model, toy, new GroundingOptions { Temporal = source });
            grounder.HeatMaps(features, "see thing1", 0, 5);
            long before = TorchRuntime.LiveTensors;
            double[,] scores = grounder.Scores(features, ["see thing1", "see thing2"]);
            grounder.HeatMaps(features, "see thing1", 0, 20);
            Assert.Equal(before, TorchRuntime.LiveTensors);
            Assert.All(scores.Cast<double>(), s => Assert.InRange(s, -1.00001, 1.00001));
        }
    }
}
