using TorchSharp;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Inference;
using Workbench.Training;
using static TorchSharp.torch;

namespace Workbench.Tests.Training;

public sealed class TrainedModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ToyNarration _toy = new(videos: 10);

    public void Dispose()
    {
        _toy.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_checkpoint_is_a_model_with_its_recipe()
    {
        using DisposeScope scope = NewDisposeScope();
        string path = _folder.File("model.safetensors");
        Recipe recipe = TrainerTests.Recipe with { Steps = 3, Start = ModelStart.Backbone };
        using var model = recipe.NewModel(ToyNarration.Size);
        using (var texts = new TextBank(_toy))
            new Trainer(recipe, model, new NarratedClips(_toy.Store, _toy.Captions, recipe), texts, new TrainerOptions { CheckpointPath = path, Backbone = _toy.Name }).Run();
        using TrainedModel loaded = TrainedModel.Load(path, _toy);
        Assert.Equal(recipe, loaded.Recipe);
        foreach (((string name, var expected), (string other, var actual)) in model.named_parameters().Zip(loaded.Model.named_parameters()))
        {
            Assert.Equal(name, other);
            Assert.True(expected.equal(actual).all().ToBoolean(), name);
        }
    }

    [Fact]
    public void Another_backbones_model_and_other_files_are_refused()
    {
        string path = _folder.File("model.safetensors");
        Recipe recipe = TrainerTests.Recipe with { Steps = 1 };
        using (var model = recipe.NewModel(ToyNarration.Size))
        using (var texts = new TextBank(_toy))
            new Trainer(recipe, model, new NarratedClips(_toy.Store, _toy.Captions, recipe), texts, new TrainerOptions { CheckpointPath = path, Backbone = "clip" }).Run();
        Assert.Contains("trained on features of 'clip'", Assert.Throws<DataFormatException>(() => TrainedModel.Load(path, _toy)).Message, StringComparison.Ordinal);
        Assert.Contains("a checkpoint of this workbench", Assert.Throws<DataFormatException>(() => TrainedModel.Load(Fixtures.Find("clip/weights.safetensors"), _toy)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_branch_that_was_not_trained_is_not_asked()
    {
        var both = new Recipe();
        Assert.Equal(new GroundingOptions(), MethodRun.Asked(both, new GroundingOptions()));
        Assert.Equal(TemporalSource.LocalMean, MethodRun.Asked(both with { GlobalLoss = false }, new GroundingOptions()).Temporal);
        Assert.Equal(SpatialSource.GlobalRegions, MethodRun.Asked(both with { LocalLoss = false }, new GroundingOptions()).Spatial);
    }
}
