using System.Text.Json;
using TorchSharp;
using Workbench.Inference;
using Workbench.Models;
using static TorchSharp.torch;

namespace Workbench.Tests.Models;

[Trait("device", "any")]
public class CrossModalAttentionTests
{
    public static TheoryData<string, AttentionPath> Cases => new()
    {
        { "Paper", AttentionPath.Direct }, { "Paper", AttentionPath.Factorised },
        { "ReleasedCode", AttentionPath.Direct }, { "ReleasedCode", AttentionPath.Factorised },
    };

    private static JsonElement Branch(string name) =>
        Fixture.Json("models/models.json").GetProperty("branches").EnumerateArray().Single(b => b.GetProperty("name").GetString() == name);

    private static CrossModalAttention Load(JsonElement branch, string fidelity, AttentionPath path)
    {
        var attention = new CrossModalAttention(8, CrossModalConfig.For(Enum.Parse<Fidelity>(fidelity)) with { Path = path });
        attention.to(ScalarType.Float64);
        using var noGrad = no_grad();
        foreach ((string name, var parameter) in attention.named_parameters())
            parameter.copy_(Fixture.Tensor(branch.GetProperty(FixtureName(name))));
        return attention;
    }

    private static string FixtureName(string parameter) =>
        parameter.Replace("sa_layer.", "", StringComparison.Ordinal).Replace("_attn_mat", "", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_and_gradients_agree_with_plain_PyTorch_over_single_pairs(string fidelity, AttentionPath path)
    {
        using var scope = NewDisposeScope();
        JsonElement branch = Branch(fidelity);
        using CrossModalAttention attention = Load(branch, fidelity, path);
        Tensor video = Fixture.Tensor(branch.GetProperty("video")).requires_grad_(), words = Fixture.Tensor(branch.GetProperty("words")).requires_grad_();
        Tensor mask = Fixture.Tensor(branch.GetProperty("mask")).to(ScalarType.Bool);

        PooledPairs pooled = attention.Pairs(video, words, mask);
        Fixture.Close(Fixture.Tensor(branch.GetProperty("pooled_video")), pooled.Video_VTD);
        Fixture.Close(Fixture.Tensor(branch.GetProperty("pooled_text")), pooled.Text_VTD);
        Fixture.Close(Fixture.Tensor(branch.GetProperty("scores")), pooled.Scores_VT());

        (pooled.Scores_VT() * Fixture.Tensor(branch.GetProperty("weight"))).sum().backward();
        Fixture.Close(Fixture.Tensor(branch.GetProperty("grad_video")), video.grad!);
        Fixture.Close(Fixture.Tensor(branch.GetProperty("grad_words")), words.grad!);
        foreach ((string name, var parameter) in attention.named_parameters())
            Fixture.Close(Fixture.Tensor(branch.GetProperty("grad." + FixtureName(name))), parameter.grad!);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Both_rollouts_agree_with_plain_PyTorch(string fidelity, AttentionPath path)
    {
        using var scope = NewDisposeScope();
        JsonElement branch = Branch(fidelity);
        using CrossModalAttention attention = Load(branch, fidelity, path);
        attention.eval();
        Tensor words = Fixture.Tensor(branch.GetProperty("words")), mask = Fixture.Tensor(branch.GetProperty("mask")).to(ScalarType.Bool);
        Tensor video = Fixture.Tensor(branch.GetProperty("video"))[0].unsqueeze(0).expand(3, -1, -1);
        RolloutFactors factors = attention.Factors(video, words, mask, withRegionAttention: true);
        Fixture.Close(Fixture.Tensor(branch.GetProperty("heat_product")), Rollout.Heat(factors));
        Fixture.Close(Fixture.Tensor(branch.GetProperty("heat_identity")), Rollout.Heat(factors, RolloutForm.Identity));
    }

    [Theory]
    [InlineData(Fidelity.Paper)]
    [InlineData(Fidelity.ReleasedCode)]
    public void Scores_computed_again_in_blocks_are_the_same_gradients_included(Fidelity fidelity)
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        Tensor video = randn(5, 18, 16, ScalarType.Float64).requires_grad_(), words = randn(4, 6, 16, ScalarType.Float64).requires_grad_();
        Tensor mask = arange(6).unsqueeze(0).expand(4, 6) < tensor(new long[] { 3, 6, 2, 1 }).unsqueeze(1), weight = randn(5, 4, ScalarType.Float64);
        using var attention = new CrossModalAttention(16, CrossModalConfig.For(fidelity));
        attention.to(ScalarType.Float64);
        Tensor[] inputs = [video, words, .. attention.parameters()];
        Tensor whole = attention.Scores(video, words, mask);
        IList<Tensor> expected = autograd.grad([(whole * weight).sum()], inputs);
        attention.MemoryLimit = 400_000;
        using (NewDisposeScope())
        {
            Tensor blocks = attention.Scores(video, words, mask);
            Fixture.Close(whole, blocks, 1e-12);
            foreach ((Tensor e, Tensor a) in expected.Zip(autograd.grad([(blocks * weight).sum()], inputs)))
                Fixture.Close(e, a, 1e-11);
            using (no_grad())
                Fixture.Close(whole, attention.Scores(video, words, mask), 1e-12);
        }

    }

    public static TheoryData<Fidelity, AttentionLayers> Stacks
    {
        get
        {
            var stacks = new TheoryData<Fidelity, AttentionLayers>();
            foreach (Fidelity fidelity in Enum.GetValues<Fidelity>())
                foreach (AttentionLayers layers in Enum.GetValues<AttentionLayers>())
                    stacks.Add(fidelity, layers);
            return stacks;
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void The_factorised_path_is_the_direct_path_at_real_sizes_gradients_included(Fidelity fidelity, AttentionLayers layers)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        Tensor video = randn(3, 98, 64, ScalarType.Float64), words = randn(4, 20, 64, ScalarType.Float64);
        Tensor mask = Mask20();
        using CrossModalAttention direct = Double(fidelity, layers, AttentionPath.Direct), factorised = Double(fidelity, layers, AttentionPath.Factorised);
        factorised.load_state_dict(direct.state_dict());
        var gradients = new List<Tensor?[]>();
        foreach (CrossModalAttention attention in new[] { direct, factorised })
        {
            Tensor v = video.clone().requires_grad_(), w = words.clone().requires_grad_();
            attention.Pairs(v, w, mask).Scores_VT().logsumexp(1).sum().backward();
            gradients.Add([v.grad, w.grad, .. attention.parameters().Select(p => p.grad)]);
        }
        Assert.Equal(layers == AttentionLayers.CrossCross ? 2 : 2 + direct.parameters().Count(), gradients[0].Count(g => g is not null));
        for (int i = 0; i < gradients[0].Length; i++)
            if (gradients[0][i] is { } expected)
                Fixture.Close(expected, gradients[1][i]!, 1e-9 * Math.Max(1, expected.abs().max().item<double>()));
            else
                Assert.Null(gradients[1][i]);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public void Heat_of_every_stack_is_a_distribution_and_the_same_by_both_paths(Fidelity fidelity, AttentionLayers layers)
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        Tensor video = randn(4, 98, 64, ScalarType.Float64), words = randn(4, 20, 64, ScalarType.Float64);
        using CrossModalAttention direct = Double(fidelity, layers, AttentionPath.Direct), factorised = Double(fidelity, layers, AttentionPath.Factorised);
        factorised.load_state_dict(direct.state_dict());
        direct.eval();
        factorised.eval();
        Tensor heat_WR = Rollout.Heat(direct.Factors(video, words, Mask20()));
        Fixture.Close(ones(4, ScalarType.Float64), heat_WR.sum(1), 1e-9);
        Fixture.Close(heat_WR, Rollout.Heat(factorised.Factors(video, words, Mask20())), 1e-9);
    }

    [Fact]
    public void The_shorter_stacks_are_what_their_names_say()
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        Tensor video = randn(2, 9, 64, ScalarType.Float64), words = randn(2, 20, 64, ScalarType.Float64), mask = Mask20().narrow(0, 0, 2);
        Tensor weight_WK = mask.to(ScalarType.Float64) / mask.sum(1, true);

        using CrossModalAttention crossSelf = Double(Fidelity.Paper, AttentionLayers.CrossSelf, AttentionPath.Direct);
        RolloutFactors factors = crossSelf.Factors(video, words, mask);
        Fixture.Close(matmul(weight_WK.unsqueeze(1), matmul(factors.Words_WKK, factors.First_WKR)).squeeze(1), Rollout.Heat(factors), 1e-12);

        using CrossModalAttention selfCross = Double(Fidelity.Paper, AttentionLayers.SelfCross, AttentionPath.Factorised);
        (Tensor seen, Tensor regions_RR) = selfCross.sa_layer.vis_attn_mat.forward(video, null);
        (Tensor heard, _) = selfCross.sa_layer.text_attn_mat.forward(words, mask);
        Tensor cosine_KR = matmul(nn.functional.normalize(heard, dim: -1), nn.functional.normalize(seen, dim: -1).transpose(1, 2));
        Tensor expected = matmul(weight_WK.unsqueeze(1), matmul(cosine_KR.softmax(-1), regions_RR)).squeeze(1);
        Fixture.Close(expected, Rollout.Heat(selfCross.Factors(video, words, mask)), 1e-12);
    }

    private static Tensor Mask20() => arange(20).unsqueeze(0).expand(4, 20) < tensor(new long[] { 3, 20, 7, 1 }).unsqueeze(1);

    private static CrossModalAttention Double(Fidelity fidelity, AttentionLayers layers, AttentionPath path)
    {
        var attention = new CrossModalAttention(64, CrossModalConfig.For(fidelity) with { Layers = layers, Path = path });
        attention.to(ScalarType.Float64);
        return attention;
    }

    [Fact]
    public void A_windows_heat_is_a_distribution_and_identical_regions_give_a_flat_one()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        using var attention = new CrossModalAttention(16, CrossModalConfig.For(Fidelity.ReleasedCode));
        attention.eval();
        Tensor words = randn(2, 20, 16), mask = arange(20).unsqueeze(0).expand(2, 20) < 4;
        Tensor heat = Rollout.Heat(attention.Factors(randn(2, 784, 16), words, mask));
        Fixture.Close(ones(2), heat.sum(1), 1e-5);
        Assert.True(heat.min().item<float>() >= 0);
        Tensor flat = Rollout.Heat(attention.Factors(ones(2, 784, 16), words, mask));
        Fixture.Close(full([2, 784], 1.0 / 784), flat, 1e-7);
    }

    [Fact]
    public void Padded_words_change_nothing()
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        using var attention = new CrossModalAttention(16, CrossModalConfig.For(Fidelity.ReleasedCode));
        Tensor video = randn(2, 10, 16), words = randn(2, 5, 16), mask = arange(5).unsqueeze(0).expand(2, 5) < 3;
        Tensor other = words.clone();
        other.narrow(1, 3, 2).fill_(9);
        Fixture.Close(attention.Pairs(video, words, mask).Scores_VT(), attention.Pairs(video, other, mask).Scores_VT(), 1e-5);
        Fixture.Close(attention.Pairs(video, words, mask).Scores_VT(),
            attention.Pairs(video, words.narrow(1, 0, 3), ones(2, 3, ScalarType.Bool)).Scores_VT(), 1e-5);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        using var scope = NewDisposeScope();
        using var attention = new CrossModalAttention(16, new CrossModalConfig());
        Tensor mask = ones(2, 5, ScalarType.Bool);
        Assert.Contains("(2, 10, 8)", Assert.Throws<ArgumentException>(() => attention.Pairs(zeros(2, 10, 8), zeros(2, 5, 16), mask)).Message, StringComparison.Ordinal);
        Assert.Contains("(2, 5)", Assert.Throws<ArgumentException>(() => attention.Pairs(zeros(2, 10, 16), zeros(2, 4, 16), mask)).Message, StringComparison.Ordinal);
        Assert.Contains("Bool", Assert.Throws<ArgumentException>(() => attention.Pairs(zeros(2, 10, 16), zeros(2, 5, 16), mask.to(ScalarType.Float32))).Message, StringComparison.Ordinal);
    }
}
