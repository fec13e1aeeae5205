using System.Text.Json;
using TorchSharp;
using Workbench.Inference;
using Workbench.Losses;
using Workbench.Models;
using Workbench.Models.Comma;
using static TorchSharp.torch;

namespace Workbench.Tests.Models.Comma;

[Collection(TensorCounters.Name)]
public class CommaModelTests
{
    public static TheoryData<string> Cases => [.. Fixture.Json("comma/comma.json").GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    private static JsonElement Case(string name) => Fixture.Json("comma/comma.json").GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);

    private static CommaConfig Config(JsonElement fixture) => new()
    {
        RegionWidth = 6,
        WordWidth = 4,
        Width = 4,
        Cells = 3,
        Form = Enum.Parse<CommaForm>(fixture.GetProperty("form").GetString()!),
        Layers = Enum.Parse<CommaLayers>(fixture.GetProperty("layers").GetString()!),
        Regions = Enum.Parse<RegionAttention>(fixture.GetProperty("regions").GetString()!),
        Modules = fixture.GetProperty("modules").GetInt32(),
        Mask = Enum.Parse<MaskForm>(fixture.GetProperty("mask").GetString()!),
        WordValues = true,
        Attention = new CrossModalConfig
        {
            TrainScore = AttentionScore.ScaledDot,
            EvalScore = fixture.GetProperty("eval_scaled").GetBoolean() ? AttentionScore.ScaledDot : AttentionScore.Dot,
            SelfAttentionResidual = fixture.GetProperty("residual").GetBoolean(),
            SecondCrossResidual = fixture.GetProperty("residual").GetBoolean(),
        },
    };

    private static CommaModel Load(JsonElement fixture)
    {
        var model = new CommaModel(Config(fixture));
        model.to(ScalarType.Float64);
        JsonElement values = fixture.GetProperty("parameters");
        using var noGrad = no_grad();
        foreach ((string name, var parameter) in model.named_parameters())
            parameter.copy_(Fixture.Tensor(values.GetProperty(name)));
        Assert.Equal(values.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal), model.named_parameters().Select(p => p.name).Order(StringComparer.Ordinal));
        return model;
    }

    /// <summary>The fixtures have twelve digits.</summary>
    private static void Close(Tensor expected, Tensor actual) => Fixture.Close(expected, actual, 1e-9 * Math.Max(1, expected.abs().max().item<double>()));

    private static Tensor Mask(JsonElement fixture) => Fixture.Tensor(fixture.GetProperty("word_mask")).to(ScalarType.Bool);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Both_scores_both_losses_and_all_gradients_agree_with_plain_PyTorch_in_both_modes(string name)
    {
        JsonElement fixture = Case(name);
        foreach (string mode in (string[])["train", "eval"])
        {
            using DisposeScope scope = NewDisposeScope();
            using CommaModel model = Load(fixture);
            model.train(mode == "train");
            JsonElement expected = fixture.GetProperty(mode);
            Tensor video = Fixture.Tensor(fixture.GetProperty("video")).requires_grad_(), words = Fixture.Tensor(fixture.GetProperty("words")).requires_grad_(), mask = Mask(fixture);
            (Tensor sentence_VT, Tensor word_VTK) = model.BothScores(video, words, mask);
            Close(Fixture.Tensor(expected.GetProperty("sentence")), sentence_VT);
            Close(Fixture.Tensor(expected.GetProperty("word")), word_VTK * mask.to(ScalarType.Float64));
            Tensor loss = SentenceContrastive.Loss(sentence_VT) + WordContrastive.Loss(word_VTK, mask) * 0.5;
            Close(tensor(expected.GetProperty("loss").GetDouble()), loss);
            loss.backward();
            Close(Fixture.Tensor(expected.GetProperty("grad_video")), video.grad!);
            Close(Fixture.Tensor(expected.GetProperty("grad_words")), words.grad!);
            Dictionary<string, Tensor?> found = model.named_parameters().ToDictionary(p => p.name, p => p.parameter.grad);
            foreach (JsonProperty gradient in expected.GetProperty("grads").EnumerateObject())
                Close(Fixture.Tensor(gradient.Value), found[gradient.Name]!);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Scores_of_the_shared_attention_are_those_of_all_vectors(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement fixture = Case(name);
        using CommaModel model = Load(fixture);
        Assert.Equal(name is "paper" or "code" or "no-self", model.IsFactorised);
        foreach (bool train in (bool[])[true, false])
        {
            model.train(train);
            Tensor video = Fixture.Tensor(fixture.GetProperty("video")), words = Fixture.Tensor(fixture.GetProperty("words")), mask = Mask(fixture);
            Close(Fixture.Tensor(fixture.GetProperty(train ? "train" : "eval").GetProperty("sentence")), model.SentenceScores(video, words, mask));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Heat_agrees_with_the_product_of_joint_matrices(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement fixture = Case(name);
        using CommaModel model = Load(fixture);
        model.eval();
        Tensor words = Fixture.Tensor(fixture.GetProperty("words")), video = Fixture.Tensor(fixture.GetProperty("video"))[0].unsqueeze(0).expand(words.size(0), -1, -1);
        AttentionPass pass = model.Attend(video, words, Mask(fixture));
        Fixture.Close(Fixture.Tensor(fixture.GetProperty("heat")), BlockRollout.Heat(pass));
    }

    [Theory]
    [InlineData(RolloutForm.Product, RolloutAverage.Regions)]
    [InlineData(RolloutForm.Product, RolloutAverage.Words)]
    [InlineData(RolloutForm.Identity, RolloutAverage.Regions)]
    [InlineData(RolloutForm.Identity, RolloutAverage.Words)]
    public void Of_the_shared_attention_every_rollout_is_that_of_the_whole_method(RolloutForm form, RolloutAverage average)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(4);
        CommaConfig config = CommaConfig.For(Fidelity.ReleasedCode) with { RegionWidth = 8, WordWidth = 8, Width = 8, Cells = 4 };
        using var model = new CommaModel(config);
        using var attention = new CrossModalAttention(8, config.Attention);
        attention.sa_layer.load_state_dict(model.state_dict().Where(p => p.Key.StartsWith("sa_layer.", StringComparison.Ordinal)).ToDictionary(p => p.Key["sa_layer.".Length..], p => p.Value));
        model.eval();
        attention.eval();
        Tensor regions = randn(2, 8, 8), words = randn(2, 5, 8), mask = arange(5).unsqueeze(0) < tensor(new long[] { 3, 5 }).unsqueeze(1);
        Tensor expected = Rollout.Heat(attention.Factors(model.ProjectRegions(regions), model.ProjectWords(words), mask, withRegionAttention: true), form, average);
        Fixture.Close(expected, BlockRollout.Heat(model.Attend(regions, words, mask, withRegions: true), form, average), 1e-6);
    }

    [Fact]
    public void A_mask_as_printed_lets_the_modalities_mix_and_minus_infinity_does_not()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(2);
        Tensor words = randn(1, 3, 8), mask = ones(1, 3, ScalarType.Bool);
        Tensor first = randn(1, 6, 8), second = cat([first.narrow(1, 0, 5), first.narrow(1, 5, 1) + 1], 1);
        foreach (MaskForm form in Enum.GetValues<MaskForm>())
        {
            manual_seed(3);
            using var model = new CommaModel(new CommaConfig { RegionWidth = 8, WordWidth = 8, Width = 8, Cells = 3, Form = CommaForm.Masked, Layers = CommaLayers.Cross, Mask = form });
            // One cross-attention: a region is made of words alone, so another region must not change it.
            Tensor one = model.Attend(first, words, mask).Video_RD.narrow(1, 0, 5), other = model.Attend(second, words, mask).Video_RD.narrow(1, 0, 5);
            double change = (one - other).abs().max().item<float>();
            AttentionBlocks layer = model.Attend(first, words, mask).Layers[0];
            if (form == MaskForm.Hadamard)
            {
                Assert.True(change > 1e-3, $"{change}");
                Assert.True(layer.Regions_RR!.sum().item<float>() > 1);
            }
            else
            {
                Assert.Equal(0, change);
                Assert.Null(layer.Regions_RR);
            }
        }
    }

    [Fact]
    public void Masks_are_those_of_the_figure()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor cross = SequenceMask.Of(AttentionMask.Cross, 4, 2, 2), self = SequenceMask.Of(AttentionMask.Self, 4, 2, 2), full = SequenceMask.Of(AttentionMask.Full, 4, 2, 2);
        Assert.Equal(16, cross.sum().item<long>());
        Assert.Equal(20, self.sum().item<long>());
        Assert.True(full.eq(cross.logical_xor(self)).all().item<bool>());
        Tensor spatial = SequenceMask.Of(AttentionMask.Self, 4, 2, 2, RegionAttention.Spatial), temporal = SequenceMask.Of(AttentionMask.Self, 4, 2, 2, RegionAttention.Temporal);
        Assert.Equal((true, false, true), (spatial[0, 1].item<bool>(), spatial[0, 2].item<bool>(), spatial[4, 5].item<bool>()));
        Assert.Equal((false, true, true), (temporal[0, 1].item<bool>(), temporal[0, 2].item<bool>(), temporal[4, 5].item<bool>()));
        Assert.Throws<ArgumentException>(() => SequenceMask.Of(AttentionMask.Self, 5, 2, 2));
    }

    [Fact]
    public void Settings_that_do_not_go_together_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new CommaModel(new CommaConfig { Modules = 3 }));
        Assert.Throws<ArgumentException>(() => new CommaModel(new CommaConfig { Layers = CommaLayers.Full }));
        using DisposeScope scope = NewDisposeScope();
        using var model = new CommaModel(new CommaConfig { RegionWidth = 8, WordWidth = 8, Width = 8, Cells = 2 });
        Assert.Throws<NotSupportedException>(() => model.WordScores(randn(1, 2, 8), randn(1, 2, 8), ones(1, 2, ScalarType.Bool)));
        Assert.Throws<ArgumentException>(() => model.SentenceScores(randn(1, 2, 9), randn(1, 2, 8), ones(1, 2, ScalarType.Bool)));
    }
}
