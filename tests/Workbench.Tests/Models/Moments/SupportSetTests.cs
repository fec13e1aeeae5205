using System.Text.Json;
using TorchSharp;
using Workbench.Models.Moments;
using Workbench.Training.Moments;
using static TorchSharp.torch;

namespace Workbench.Tests.Models.Moments;

[Collection(TensorCounters.Name)]
public class SupportSetTests
{
    private static JsonElement Fixed => MomentFixture.Json.GetProperty("supervision");

    /// <summary>A model of 6 clips and width 8; only its sizes count.</summary>
    private static TwoDTan Sizes() => new(new TwoDTanConfig { VideoWidth = 2, WordWidth = 2, Width = 8, SampledClips = 6, Stride = 1, ScaleLayers = [6], MapKernel = 3, MapLayers = 1, TextLayers = 1 });

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Fixed.GetProperty("cases").GetArrayLength())];

    private static SupportSetConfig Config(JsonElement c) => new()
    {
        Supervision = Of<CrossSupervision>(c, "supervision"),
        Construction = Of<SupportSetConstruction>(c, "construction"),
        Function = Of<SupportSetFunction>(c, "function"),
        Similarity = Of<EmbeddingSimilarity>(c, "similarity"),
        Reduction = Of<BatchReduction>(c, "reduction"),
        SameVideo = Of<SameVideoPairs>(c, "same_video"),
        Decoder = Of<CaptionDecoder>(c, "decoder"),
        Words = Of<WordAverage>(c, "words"),
        Transform = Of<MomentTransform>(c, "transform"),
    };

    private static T Of<T>(JsonElement c, string name)
        where T : struct => Enum.Parse<T>(c.GetProperty(name).GetString()!);

    /// <summary>The pattern of the fixture's script: by the name without the decoder's own prefixes.</summary>
    private static void Fill(SupportSetBranch branch)
    {
        using var noGrad = no_grad();
        foreach ((string name, var parameter) in branch.named_parameters())
        {
            string known = name.StartsWith("writer.", StringComparison.Ordinal) ? name["writer.".Length..].Replace("lstm.", "", StringComparison.Ordinal).Replace("gru.", "", StringComparison.Ordinal) : name;
            parameter.copy_((0.4 * ((0.7 * arange(parameter.numel(), ScalarType.Float64)) + known.Length).cos()).reshape(parameter.shape));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Both_objectives_agree_with_sums_over_single_clips_and_words(int number)
    {
        using var scope = NewDisposeScope();
        JsonElement c = Fixed.GetProperty("cases")[number];
        SupportSetConfig config = Config(c);
        using TwoDTan model = Sizes();
        using var branch = new SupportSetBranch(config, model, 9);
        branch.to(ScalarType.Float64);
        Fill(branch);
        Tensor seen = Fixture.Tensor(Fixed.GetProperty("seen")).to(ScalarType.Bool);
        var output = new ProposalOutput(
            Fixture.Tensor(Fixed.GetProperty("clips")).requires_grad_(), seen, Fixture.Tensor(Fixed.GetProperty("sentence")).requires_grad_(), zeros(4, 6, 6), ones(6, 6));
        int[] lengths = [.. Fixed.GetProperty("lengths").EnumerateArray().Select(n => n.GetInt32())];
        SupportSetOutput found = branch.Supervise(output, Fixture.Tensor(Fixed.GetProperty("inside")), Fixture.Tensor(Fixed.GetProperty("words")).to(ScalarType.Int64), MomentFixture.Mask(lengths));
        (Tensor? contrast, Tensor? caption) = MomentObjective.Cross(found, config, seen, Fixture.Tensor(Fixed.GetProperty("videos")).to(ScalarType.Int64));
        Assert.Equal(c.GetProperty("contrast").GetDouble(), contrast!.item<double>(), 1e-8);
        Assert.Equal(c.GetProperty("caption").GetDouble(), caption!.item<double>(), 1e-8);
        (contrast + caption).backward();
        Assert.True(output.Clips_BTD.grad!.isfinite().all().item<bool>());
        Assert.True(output.Clips_BTD.grad!.abs().max().item<double>() > 0);
    }

    [Fact]
    public void Attention_of_a_set_sums_to_one_inside_of_it_and_is_nothing_outside()
    {
        using var scope = NewDisposeScope();
        Tensor clips = randn(4, 6, 8), sentence = randn(4, 8), set = Fixture.Tensor(Fixed.GetProperty("inside")).to(ScalarType.Float32);
        foreach (SupportSetFunction function in (SupportSetFunction[])[SupportSetFunction.CrossAttention, SupportSetFunction.SelfAttention])
        {
            using var pooling = new SupportSetPooling(new SupportSetConfig { Function = function }, 6, 8);
            Tensor attention = pooling.Attention(clips, sentence, set.to(ScalarType.Bool));
            Fixture.Close(ones(4), (attention * set).sum(1), 1e-6);
            Assert.Equal(0, (attention * (1 - set)).abs().max().item<float>());
        }
    }

    [Theory]
    [InlineData(CaptionDecoder.Lstm)]
    [InlineData(CaptionDecoder.Gru)]
    [InlineData(CaptionDecoder.Transformer)]
    public void A_word_is_said_without_knowing_the_ones_behind_it(CaptionDecoder decoder)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var writer = new CaptionWriter(decoder, 8, 11);
        Tensor vector = randn(1, 8), said = tensor(new long[] { 2, 5, 6, 7 }, [1, 4]), other = tensor(new long[] { 2, 5, 9, 10 }, [1, 4]);
        Tensor first = writer.Write(vector, said), second = writer.Write(vector, other);
        Fixture.Close(first.narrow(1, 0, 2), second.narrow(1, 0, 2), 1e-6);
        Assert.True((first - second).narrow(1, 2, 2).abs().max().item<float>() > 1e-3);
        Assert.True((first - writer.Write(vector + 1, said)).abs().max().item<float>() > 1e-3);
    }
}
