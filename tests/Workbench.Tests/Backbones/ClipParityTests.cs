using System.Text.Json;
using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Tests.Backbones;

/// <summary>The towers against an independent implementation with the same random weights (tests/fixtures/clip/parity.py).</summary>
public sealed class ClipParityTests : IDisposable
{
    private static readonly string s_weights = Fixtures.Find("clip/weights.safetensors");
    private readonly SafetensorsFile _expected = SafetensorsFile.Open(Fixtures.Find("clip/expected.safetensors"));

    public void Dispose() => _expected.Dispose();

    [Theory]
    [InlineData(ClipInput.Raw01, "raw")]
    [InlineData(ClipInput.Normalised, "normalised")]
    public void Frames_give_the_reference_s_class_token_and_cells(ClipInput input, string name)
    {
        using ClipBackbone backbone = ClipBackbone.Load(s_weights, new ClipBackboneOptions { Input = input });
        using Tensor images = tensor(_expected.ReadSingle("images"), _expected.Entries["images"].Shape);
        using FrameFeatures features = backbone.EncodeFrames(images);
        using Tensor tokens = tensor(_expected.ReadSingle(name), _expected.Entries[name].Shape);
        AssertClose(tokens.select(1, 0), features.Global_BD);
        AssertClose(tokens.narrow(1, 1, 9), features.Local_BND);
        Assert.Equal((24, 3, 10), (backbone.InputSize, backbone.GridSize, backbone.Width));
    }

    [Fact]
    public void Texts_give_the_reference_s_sentence_word_slots_and_mask()
    {
        using ClipBackbone backbone = ClipBackbone.Load(s_weights);
        string[] sentences = JsonSerializer.Deserialize<string[]>(_expected.Metadata["sentences"])!;
        Assert.Equal(_expected.ReadInt64("tokens"), sentences.SelectMany(s => backbone.Tokenizer.Tokenize(s)));
        using TextFeatures features = backbone.EncodeText(sentences);
        AssertClose("sentence", features.Global_BD);
        AssertClose("words", features.Words_BKD);
        using Tensor mask = features.Mask_BK.to(ScalarType.Int64);
        Assert.Equal(_expected.ReadInt64("mask"), mask.data<long>().ToArray());
    }

    [Fact]
    public void The_mask_counts_the_tokens_before_the_end_and_never_more_than_twenty()
    {
        using ClipBackbone backbone = ClipBackbone.Load(s_weights);
        using TextFeatures features = backbone.EncodeText(["crack egg", "", "crack egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg"]);
        using Tensor words = features.Mask_BK.sum(1);
        Assert.Equal([2, 0, 20], words.data<long>().ToArray());
        Assert.Equal([3, 20], features.Mask_BK.shape);
        Assert.True(features.Words_BKD[1, 19].abs().max().ToDouble() > 0);
    }

    [Fact]
    public void A_sentence_s_features_do_not_depend_on_the_others_of_the_call()
    {
        using ClipBackbone backbone = ClipBackbone.Load(s_weights);
        using TextFeatures alone = backbone.EncodeText(["crack egg"]), together = backbone.EncodeText(["egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg egg", "crack egg"]);
        AssertClose(alone.Global_BD, together.Global_BD.narrow(0, 1, 1));
        AssertClose(alone.Words_BKD, together.Words_BKD.narrow(0, 1, 1));
    }

    [Fact]
    public void Features_carry_no_gradient()
    {
        using ClipBackbone backbone = ClipBackbone.Load(s_weights);
        using Tensor images = zeros([1, 3, 24, 24]);
        using FrameFeatures frames = backbone.EncodeFrames(images);
        using TextFeatures texts = backbone.EncodeText(["egg"]);
        Assert.False(frames.Local_BND.requires_grad || frames.Global_BD.requires_grad || texts.Words_BKD.requires_grad);
    }

    [Fact]
    public void A_frame_of_another_size_is_named_with_both_shapes()
    {
        using ClipBackbone backbone = ClipBackbone.Load(s_weights);
        using Tensor images = zeros([2, 3, 24, 32]);
        ArgumentException e = Assert.Throws<ArgumentException>(() => backbone.EncodeFrames(images));
        Assert.Contains("[B, 3, 24, 24], got [2, 3, 24, 32]", e.Message, StringComparison.Ordinal);
    }

    private void AssertClose(string name, Tensor actual)
    {
        using Tensor expected = tensor(_expected.ReadSingle(name), _expected.Entries[name].Shape);
        AssertClose(expected, actual);
    }

    private static void AssertClose(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.True((expected - actual).abs().max().ToDouble() < 2e-5, $"largest difference {(expected - actual).abs().max().ToDouble():G3}");
    }
}
