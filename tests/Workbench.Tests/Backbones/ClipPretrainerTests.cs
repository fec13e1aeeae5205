using TorchSharp;
using TorchSharp.Modules;
using Workbench.Backbones;
using Workbench.Backbones.Pretraining;
using Workbench.Data;
using Workbench.Data.NarratedKitchen;
using static TorchSharp.torch;

namespace Workbench.Tests.Backbones;

public sealed class ClipPretrainerTests
{
    private static readonly PretrainRecipe s_recipe = new()
    {
        Model = ClipConfig.Tiny with { ImageSize = 32, PatchSize = 16, VisionWidth = 16, VisionHeads = 2, VisionLayers = 1, TextWidth = 16, TextHeads = 2, TextLayers = 1, EmbedWidth = 16 },
        Steps = 6,
        Batch = 8,
        WarmUp = 2,
        CheckpointEvery = 2,
        Merges = 100,
    };

    [Fact]
    public void The_loss_of_one_hot_features_is_that_worked_by_hand()
    {
        // Unit vectors, factor 2: logits 2·I. Row i: ln(e² + 1) - 2 in both directions.
        using Tensor features = eye(2), scale = tensor((float)Math.Log(2));
        using Tensor cosines = ClipLoss.Cosines(features * 3, features), loss = ClipLoss.Compute(cosines, scale, ["a", "b"]);
        Assert.Equal(Math.Log(Math.Exp(2) + 1) - 2, loss.ToDouble(), 5);
    }

    [Fact]
    public void Equal_captions_share_the_target()
    {
        using Tensor targets = ClipLoss.Targets(["a", "b", "a"]);
        Assert.Equal([0.5f, 0, 0.5f, 0, 1, 0, 0.5f, 0, 0.5f], targets.data<float>().ToArray());
        // All captions equal: whatever the features, a uniform answer is best, ln 2.
        using Tensor features = eye(2), scale = tensor(0f);
        using Tensor cosines = ClipLoss.Cosines(ones([2, 2]), features), loss = ClipLoss.Compute(cosines, scale, ["a", "a"]);
        Assert.Equal(Math.Log(2), loss.ToDouble(), 5);
    }

    [Fact]
    public void Cells_answer_for_a_caption_by_how_well_they_fit_it()
    {
        // One picture, two cells that are the two captions: weights e^10 : 1 for either, so cosine 1/(1 + e^-10).
        using Tensor cells = eye(2).unsqueeze(0) * 5, cosines = ClipLoss.CellCosines(cells, eye(2));
        Assert.Equal([1, 2], cosines.shape);
        Assert.All(cosines.data<float>().ToArray(), c => Assert.Equal(1 / (1 + Math.Exp(-10)), c, 6));
    }

    [Fact]
    public void The_pairs_of_a_step_depend_on_the_step_alone()
    {
        using var fromStart = new StillBatches(s_recipe, 0, 3);
        using var fromTwo = new StillBatches(s_recipe, 2, 1);
        fromStart.Next();
        StillBatch second = fromStart.Next(), third = fromStart.Next(), again = fromTwo.Next();
        Assert.Equal(third.Captions, again.Captions);
        Assert.Equal(third.Pixels_B3SS, again.Pixels_B3SS);
        Assert.NotEqual(second.Captions, third.Captions);
    }

    [Fact]
    public void Interrupted_training_ends_with_the_weights_of_training_in_one_go()
    {
        using var folder = new TemporaryFolder();
        using var whole = new ClipPretrainer(s_recipe);
        whole.Run();

        using var stop = new CancellationTokenSource();
        using (var first = new ClipPretrainer(s_recipe))
            Assert.ThrowsAny<OperationCanceledException>(() => first.Run(folder.Path, 2, new StopAt(3, stop), stop.Token));
        using var second = new ClipPretrainer(s_recipe);
        second.Run(folder.Path);
        Assert.Equal((6, 6), (whole.Step, second.Step));
        Assert.True(second.Seconds > 0);
        foreach (((string name, Tensor a), (string _, Tensor b)) in whole.Model.NamedState().Zip(second.Model.NamedState()))
            Assert.True(a.data<float>().ToArray().SequenceEqual(b.data<float>().ToArray()), name);
    }

    [Fact]
    public void A_checkpoint_of_another_recipe_is_refused()
    {
        using var folder = new TemporaryFolder();
        using (var first = new ClipPretrainer(s_recipe))
            first.Run(folder.Path);
        using var other = new ClipPretrainer(s_recipe with { LearningRate = 0.5 });
        Assert.Contains("other options", Assert.Throws<DataFormatException>(() => other.Run(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_moves_every_parameter()
    {
        using var pretrainer = new ClipPretrainer(s_recipe);
        Dictionary<string, float[]> before = pretrainer.Model.NamedParameters().ToDictionary(p => p.Name, p => p.Value.data<float>().ToArray());
        pretrainer.Run();
        foreach ((string name, Parameter value) in pretrainer.Model.NamedParameters())
            Assert.False(before[name].SequenceEqual(value.data<float>().ToArray()), name);
    }

    [Fact]
    public void Raw_pixels_give_a_folded_tower_what_normalised_ones_gave_it()
    {
        using ClipModel model = ClipWeights.Load(Fixtures.Find("clip/weights.safetensors"));
        using Tensor images = rand([2, 3, 24, 24]);
        using Tensor expected = model.Visual.forward(ClipPixels.Normalise(images));
        model.Visual.TakeRawPixels();
        using Tensor actual = model.Visual.forward(images);
        Assert.True((expected - actual).abs().max().ToDouble() < 1e-4);
    }

    [Fact]
    public void Raw_pixels_give_a_folded_stem_what_normalised_ones_gave_it()
    {
        manual_seed(3);
        using var model = new ClipModel(s_recipe.Model);
        model.Visual.forward(rand([8, 3, 32, 32])).Dispose();
        model.Visual.eval();
        using Tensor images = rand([2, 3, 32, 32]);
        using Tensor expected = model.Visual.forward(ClipPixels.Normalise(images));
        model.Visual.TakeRawPixels();
        using Tensor actual = model.Visual.forward(images);
        Assert.True((expected - actual).abs().max().ToDouble() < 1e-4);
    }

    [Fact]
    public void A_job_leaves_weights_that_load_and_a_card_beside_them()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("out/tiny.safetensors");
        PretrainCard<PretrainRecipe, ClipScores> card = PretrainJob.Run(s_recipe with { Steps = 1, CheckpointEvery = 1 }, path, null, 10, "abc", null);
        using ClipBackbone backbone = ClipBackbone.Load(path);
        Assert.Equal((card.Backbone, ClipInput.Raw01, 32), (backbone.Name, backbone.Input, backbone.InputSize));
        Assert.StartsWith("clip-tiny-", backbone.Name, StringComparison.Ordinal);
        Assert.Contains("\"commit\": \"abc\"", File.ReadAllText(folder.File("out/tiny.json")), StringComparison.Ordinal);
        Assert.InRange(card.Scores.ProbeAction, 0, 1);
        Assert.Contains(KitchenAction.All[0].Label.Split(' ')[1], string.Join(' ', backbone.Tokenizer.Merges.Pairs.Select(p => (p.Left + p.Right).Replace("</w>", "", StringComparison.Ordinal))), StringComparison.Ordinal);
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
