using TorchSharp;
using TorchSharp.Modules;
using Workbench.Backbones;
using Workbench.Backbones.Pretraining;
using static TorchSharp.torch;

namespace Workbench.Tests.Backbones;

[Collection(TensorCounters.Name)]
public sealed class S3dPretrainerTests
{
    private static readonly S3dRecipe s_recipe = new()
    {
        Model = S3dConfig.Tiny with { WidthFactor = 0.0625, ImageSize = 32, WordEmbedding = 8, WordWidth = 8, JointWidth = 8 },
        Steps = 4,
        Batch = 4,
        WarmUp = 2,
        CheckpointEvery = 2,
        VocabularyVideos = 10,
        WordFrequency = 1,
    };

    [Fact]
    public void The_clips_of_a_step_depend_on_the_step_alone()
    {
        using var fromStart = new ClipBatches(s_recipe, 0, 2);
        using var fromOne = new ClipBatches(s_recipe, 1, 1);
        ClipBatch first = fromStart.Next(), second = fromStart.Next(), again = fromOne.Next();
        Assert.Equal(second.Captions_BC, again.Captions_BC);
        Assert.Equal(second.Pixels_B3TSS, again.Pixels_B3TSS);
        Assert.NotEqual(first.Captions_BC, second.Captions_BC);
        Assert.All(second.Captions_BC, c => Assert.Equal(s_recipe.Clips.Candidates, c.Length));
        Assert.Equal(4 * 3 * 8 * 32 * 32, second.Pixels_B3TSS.Length);
    }

    [Fact]
    public void Interrupted_training_ends_with_the_weights_of_training_in_one_go_and_moves_every_parameter()
    {
        using var folder = new TemporaryFolder();
        using var whole = new S3dPretrainer(s_recipe);
        Dictionary<string, float[]> before = whole.Model.named_parameters().ToDictionary(p => p.name, p => p.parameter.data<float>().ToArray());
        whole.Run();

        using var stop = new CancellationTokenSource();
        using (var first = new S3dPretrainer(s_recipe))
            Assert.ThrowsAny<OperationCanceledException>(() => first.Run(folder.Path, 1, new StopAt(3, stop), stop.Token));
        using var second = new S3dPretrainer(s_recipe);
        second.Run(folder.Path);
        Assert.Equal((4, 4), (whole.Step, second.Step));
        Dictionary<string, Tensor> again = NamedWeights.Of(second.Model);
        foreach ((string name, Tensor value) in NamedWeights.Of(whole.Model))
            Assert.True(value.data<float>().ToArray().SequenceEqual(again[name].data<float>().ToArray()), name);
        foreach ((string name, Parameter value) in whole.Model.named_parameters())
            Assert.False(before[name].SequenceEqual(value.data<float>().ToArray()), name);
    }

    [Fact]
    public void A_job_leaves_weights_that_load_with_their_words_and_a_card_beside_them()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("out/tiny.safetensors");
        PretrainCard<S3dRecipe, S3dScores> card = S3dJob.Run(s_recipe with { Steps = 1, CheckpointEvery = 1 }, path, null, 6, "abc", null);
        using S3dBackbone backbone = S3dBackbone.Load(path);
        Assert.Equal((card.Backbone, 32, 2, 8), (backbone.Name, backbone.InputSize, backbone.GridSize, backbone.Window.Frames));
        Assert.StartsWith("s3d-tiny-", backbone.Name, StringComparison.Ordinal);
        Assert.Contains("tomato", backbone.Vocabulary.Words);
        string text = File.ReadAllText(folder.File("out/tiny.json"));
        Assert.Contains("\"commit\": \"abc\"", text, StringComparison.Ordinal);
        // The options of the videos are ranges, of which nothing may be lost.
        Assert.Contains("\"actionSeconds\": {", text, StringComparison.Ordinal);
        Assert.InRange(card.Scores.ChanceInPool, 0.05, 1);
        Assert.InRange(card.Scores.ProbeAction, 0, 1);
    }

    private sealed class StopAt(int step, CancellationTokenSource stop) : IProgress<ProgressReport>
    {
        public void Report(ProgressReport value)
        {
            if (value.Done == step)
                stop.Cancel();
        }
    }
}
