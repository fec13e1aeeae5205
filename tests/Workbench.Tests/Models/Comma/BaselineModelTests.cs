using System.Text.Json;
using TorchSharp;
using Workbench.Inference;
using Workbench.Losses;
using Workbench.Models.Comma;
using static TorchSharp.torch;

namespace Workbench.Tests.Models.Comma;

[Collection(TensorCounters.Name)]
public class BaselineModelTests
{
    private static JsonElement Part(string name) => Fixture.Json("comma/comma.json").GetProperty(name);

    [Fact]
    public void Contrastive_phrase_grounding_agrees_with_plain_PyTorch_in_both_modes()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement fixture = Part("phrase_grounding");
        using var model = new PhraseGroundingModel(6, 4, 4);
        model.to(ScalarType.Float64);
        using (no_grad())
            foreach ((string name, Tensor value) in model.state_dict())
                if (!name.Contains("num_batches", StringComparison.Ordinal))
                    value.copy_(Fixture.Tensor(fixture.GetProperty("parameters").GetProperty(name)));
        Tensor video = Fixture.Tensor(fixture.GetProperty("video")).requires_grad_(), words = Fixture.Tensor(fixture.GetProperty("words")).requires_grad_();
        Tensor mask = Fixture.Tensor(fixture.GetProperty("word_mask")).to(ScalarType.Bool);
        model.train();
        Tensor score = model.WordScores(video, words, mask);
        Fixture.Close(Fixture.Tensor(fixture.GetProperty("train")), score);
        Tensor loss = WordContrastive.Loss(score, mask);
        Assert.Equal(fixture.GetProperty("loss").GetDouble(), loss.item<double>(), 1e-9);
        loss.backward();
        Fixture.Close(Fixture.Tensor(fixture.GetProperty("grad_video")), video.grad!, 1e-8);
        Fixture.Close(Fixture.Tensor(fixture.GetProperty("grad_words")), words.grad!, 1e-8);
        model.eval();
        Fixture.Close(Fixture.Tensor(fixture.GetProperty("eval")), model.WordScores(video, words, mask));
        Fixture.Close(Fixture.Tensor(fixture.GetProperty("heat")), BlockRollout.Heat(model.Attend(video, words, mask)));
        Assert.Throws<NotSupportedException>(() => model.SentenceScores(video, words, mask));
    }

    [Fact]
    public void Nafaes_losses_agree_with_loops_gradients_included()
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement fixture = Part("nafae");
        Tensor vis = Fixture.Tensor(fixture.GetProperty("vis")).requires_grad_(), word = Fixture.Tensor(fixture.GetProperty("word")).requires_grad_();
        Tensor mask = arange(2).unsqueeze(0) < Fixture.Tensor(fixture.GetProperty("count")).to(ScalarType.Int64).unsqueeze(1);
        (Tensor total, Tensor ranking, Tensor clustering) = NafaeLoss.Loss(vis, word, mask);
        Assert.Equal(fixture.GetProperty("rank").GetDouble(), ranking.item<double>(), 1e-9);
        Assert.Equal(fixture.GetProperty("cluster").GetDouble(), clustering.item<double>(), 1e-9);
        Assert.Equal(fixture.GetProperty("loss").GetDouble(), total.item<double>(), 1e-8);
        total.backward();
        Fixture.Close(Fixture.Tensor(fixture.GetProperty("grad_vis")), vis.grad!, 1e-8);
        Fixture.Close(Fixture.Tensor(fixture.GetProperty("grad_word")), word.grad!, 1e-8);
    }

    [Fact]
    public void The_sentinel_sees_both_sides_and_its_heat_sums_to_what_it_gives_to_regions()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(6);
        using var model = new SentinelModel(6, 4, 8);
        Tensor regions = randn(3, 5, 6), words = randn(2, 4, 4), mask = arange(4).unsqueeze(0) < tensor(new long[] { 2, 4 }).unsqueeze(1);
        Tensor score_VT = model.SentenceScores(regions, words, mask);
        Assert.Equal([3, 2], score_VT.shape);
        Assert.NotEqual(score_VT[0, 0].item<float>(), score_VT[1, 0].item<float>());
        Assert.NotEqual(score_VT[0, 0].item<float>(), score_VT[0, 1].item<float>());
        Tensor changed = words.clone();
        changed[0, 3] = changed[0, 3] + 5; // Padding.
        Fixture.Close(score_VT, model.SentenceScores(regions, changed, mask), 1e-6);
        Tensor heat_WR = BlockRollout.Heat(model.Attend(regions.narrow(0, 0, 2), words, mask));
        Assert.True(heat_WR.ge(0).all().item<bool>());
        Assert.All(heat_WR.sum(1).data<float>().ToArray(), s => Assert.InRange(s, 0.05f, 0.999f));
    }
}
