using System.Text.Json;
using TorchSharp;
using Workbench.Inference;
using Workbench.Models;
using static TorchSharp.torch;

namespace Workbench.Tests.Models;

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

    [Theory]
    [InlineData(Fidelity.Paper)]
    [InlineData(Fidelity.ReleasedCode)]
    public void The_factorised_path_is_the_direct_path_at_real_sizes_gradients_included(Fidelity fidelity)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        Tensor video = randn(3, 98, 64, ScalarType.Float64), words = randn(4, 20, 64, ScalarType.Float64);
        Tensor mask = arange(20).unsqueeze(0).expand(4, 20) < tensor(new long[] { 3, 20, 7, 1 }).unsqueeze(1);
        using var direct = new CrossModalAttention(64, CrossModalConfig.For(fidelity) with { Path = AttentionPath.Direct });
        using var factorised = new CrossModalAttention(64, CrossModalConfig.For(fidelity) with { Path = AttentionPath.Factorised });
        direct.to(ScalarType.Float64);
        factorised.to(ScalarType.Float64);
        factorised.load_state_dict(direct.state_dict());
        var gradients = new List<Tensor[]>();
        foreach (CrossModalAttention attention in new[] { direct, factorised })
        {
            Tensor v = video.clone().requires_grad_(), w = words.clone().requires_grad_();
            attention.Pairs(v, w, mask).Scores_VT().logsumexp(1).sum().backward();
            gradients.Add([v.grad!, w.grad!, .. attention.parameters().Select(p => p.grad!)]);
        }
        for (int i = 0; i < gradients[0].Length; i++)
            Fixture.Close(gradients[0][i], gradients[1][i], 1e-9 * Math.Max(1, gradients[0][i].abs().max().item<double>()));
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
