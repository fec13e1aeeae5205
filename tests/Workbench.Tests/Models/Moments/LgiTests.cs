using System.Text.Json;
using Workbench.Data;
using Workbench.Losses;
using Workbench.Models.Moments;
using static TorchSharp.torch;

namespace Workbench.Tests.Models.Moments;

public class LgiTests
{
    [Theory]
    [InlineData("lgi-charades", "eval")]
    [InlineData("lgi-charades", "train")]
    [InlineData("lgi-activitynet", "eval")]
    [InlineData("lgi-activitynet", "train")]
    public void Values_losses_and_gradients_agree_with_plain_PyTorch_from_a_checkpoint_as_the_authors_store_theirs(string name, string mode)
    {
        using var scope = NewDisposeScope();
        JsonElement item = MomentFixture.Case("lgi", name), expected = item.GetProperty(mode);
        using Lgi model = MomentFixture.Lgi(item);
        model.train(mode == "train");
        RegressionOutput output = model.Ground(MomentFixture.Batch(item));
        Fixture.Close(Fixture.Tensor(expected.GetProperty("segments")), output.Clips_BTD);
        Fixture.Close(Fixture.Tensor(expected.GetProperty("sentence")), output.Sentence_BD);
        Fixture.Close(Fixture.Tensor(expected.GetProperty("attention")), output.Phrases_BPK!);
        Fixture.Close(Fixture.Tensor(expected.GetProperty("time")), output.Time_BT);
        Fixture.Close(Fixture.Tensor(expected.GetProperty("location")), output.Location_B2);
        Tensor[] losses =
        [
            LocationRegression.Loss(output.Location_B2, Fixture.Tensor(item.GetProperty("truth"))), TemporalGuidance.Loss(output.Time_BT, Fixture.Tensor(item.GetProperty("inside"))),
            DistinctAttention.Loss(output.Phrases_BPK!, 0.3),
        ];
        Assert.All(losses.Zip(expected.GetProperty("losses").EnumerateArray()), pair => Assert.Equal(pair.Second.GetDouble(), pair.First.item<double>(), 1e-9));
        (losses[0] + losses[1] + losses[2]).backward();
        MomentFixture.Gradients(expected.GetProperty("gradients"), model);
    }

    [Fact]
    public void Modules_of_the_phrases_start_as_copies_of_one_another()
    {
        using var scope = NewDisposeScope();
        using var model = new Lgi(LgiConfig.Charades with { VideoWidth = 4, Vocabulary = 6, WordWidth = 3, Width = 8, Segments = 5, AttentionWidth = 2, LocalKernel = 3 });
        Assert.Equal(model.vti_fn.fusion_fn[0].fc_1.weight!.data<float>().ToArray(), model.vti_fn.fusion_fn[2].fc_1.weight!.data<float>().ToArray());
        Assert.Equal(model.vti_fn.global_fn[0].c_lin.weight!.data<float>().ToArray(), model.vti_fn.global_fn[1].c_lin.weight!.data<float>().ToArray());
    }

    [Fact]
    public void A_checkpoint_of_other_sizes_says_all_that_does_not_fit()
    {
        JsonElement item = MomentFixture.Case("lgi", "lgi-charades");
        using Lgi model = MomentFixture.Lgi(item);
        DataFormatException error = Assert.Throws<DataFormatException>(() => MomentWeights.Load(MomentFixture.Path("lgi-activitynet"), model));
        Assert.Contains("vti_fn.fusion_fn.4.fc_1.weight", error.Message, StringComparison.Ordinal);
        Assert.Contains("vti_fn.global_fn.1.c_lin.weight", error.Message, StringComparison.Ordinal);
    }
}
