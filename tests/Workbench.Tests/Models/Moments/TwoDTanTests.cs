using System.Text.Json;
using Workbench.Data;
using Workbench.Losses;
using Workbench.Models.Moments;
using static TorchSharp.torch;

namespace Workbench.Tests.Models.Moments;

public class TwoDTanTests
{
    public static TheoryData<string, bool> Cases => new()
    {
        { "tan-conv-sparse", true }, { "tan-conv-sparse", false }, { "tan-pool-dense", true }, { "tan-pool-dense", false }, { "tan-pool-sparse-hidden", true }, { "tan-pool-sparse-hidden", false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_loss_and_gradients_agree_with_plain_PyTorch_from_a_checkpoint_as_the_authors_store_theirs(string name, bool spread)
    {
        using var scope = NewDisposeScope();
        JsonElement item = MomentFixture.Case("tan", name);
        using TwoDTan model = MomentFixture.TwoDTan(item, spread);
        MomentBatch batch = MomentFixture.Batch(item);
        batch.Video_BCV.requires_grad_();
        ProposalOutput output = model.Ground(batch);
        Fixture.Close(Fixture.Tensor(item.GetProperty("clips")), output.Clips_BTD);
        Fixture.Close(Fixture.Tensor(item.GetProperty("sentence")), output.Sentence_BD);
        Fixture.Close(Fixture.Tensor(item.GetProperty("mask")), output.Mask_NN);
        Fixture.Close(Fixture.Tensor(item.GetProperty("scores")), output.Scores_BNN);
        Tensor loss = ScaledOverlap.Loss(output.Scores_BNN, output.Mask_NN, Fixture.Tensor(item.GetProperty("overlap")), 0.5, 1);
        Assert.Equal(item.GetProperty("loss").GetDouble(), loss.item<double>(), 1e-9);
        loss.backward();
        MomentFixture.Gradients(item.GetProperty("gradients"), model);
        Assert.Equal(item.GetProperty("grad_video").GetDouble(), MomentFixture.Digest(batch.Video_BCV.grad!), 1e-8);
    }

    [Fact]
    public void The_published_maps_have_the_moments_of_the_released_code()
    {
        var charades = new ProposalGrid(16, TwoDTanConfig.Charades().ScaleLayers);
        Assert.Equal(16 * 17 / 2, charades.Cells);
        var activityNet = new ProposalGrid(64, TwoDTanConfig.ActivityNet().ScaleLayers);
        Assert.Equal([17, 19, 21, 23, 25, 27, 29, 31], activityNet.Layers.Where(l => l.Scale == 1).Select(l => l.Offset));
        Assert.Equal([35, 39, 43, 47, 51, 55, 59, 63], activityNet.Layers.Where(l => l.Scale == 2).Select(l => l.Offset));
        Assert.True(activityNet.Has(2, 19));
        Assert.False(activityNet.Has(1, 18));
        Assert.False(activityNet.Has(0, 16));
        var tacos = new ProposalGrid(128, TwoDTanConfig.Tacos().ScaleLayers);
        Assert.Equal([71, 79, 87, 95, 103, 111, 119, 127], tacos.Layers.Where(l => l.Scale == 3).Select(l => l.Offset));
        Assert.Equal(16, TwoDTanConfig.Charades().Clips);
        Assert.Equal(64, TwoDTanConfig.ActivityNet().Clips);
        Assert.Equal(128, TwoDTanConfig.Tacos().Clips);
        Assert.Throws<ArgumentException>(() => new ProposalGrid(16, [16, 8]));
    }

    [Fact]
    public void A_worked_example_of_the_rescaled_loss()
    {
        using var scope = NewDisposeScope();
        Tensor scores = tensor([-1.0, 0, 0.5, 2], [1, 2, 2]), overlap = tensor([0.2, 0.5, 0.75, 1.0], [1, 2, 2]);
        Assert.Equal(0.46435347, ScaledOverlap.Loss(scores, ones(2, 2, ScalarType.Float64), overlap, 0.5, 1).item<double>(), 1e-8);
        Assert.Throws<ArgumentException>(() => ScaledOverlap.Loss(scores, ones(3, 3, ScalarType.Float64), overlap, 0.5, 1));
    }

    [Fact]
    public void A_checkpoint_says_its_own_sizes_and_a_wrong_one_says_what_does_not_fit()
    {
        JsonElement item = MomentFixture.Case("tan", "tan-conv-sparse");
        TwoDTanConfig config = MomentWeights.TwoDTanOf(MomentFixture.Path("tan-conv-sparse"), new TwoDTanConfig { SampledClips = 32, Stride = 2, ScaleLayers = [4, 2, 2] });
        Assert.Equal((6, 5, 8, 3, 3, 3, false, ProposalPooling.Convolution),
            (config.VideoWidth, config.WordWidth, config.Width, config.TextLayers, config.MapKernel, config.MapLayers, config.Bidirectional, config.Pooling));
        using var model = new TwoDTan(config);
        MomentWeights.Load(MomentFixture.Path("tan-conv-sparse"), model);
        using var other = new TwoDTan(config with { MapLayers = 4 });
        DataFormatException error = Assert.Throws<DataFormatException>(() => MomentWeights.Load(MomentFixture.Path("tan-conv-sparse"), other));
        Assert.Contains("map_layer.convs.3.weight", error.Message, StringComparison.Ordinal);
        using var scope = NewDisposeScope();
        ArgumentException narrow = Assert.Throws<ArgumentException>(() => model.Ground(MomentFixture.Batch(item) with { Video_BCV = zeros(2, 32, 7) }));
        Assert.Contains("(·, 32, 6)", narrow.Message, StringComparison.Ordinal);
    }
}
