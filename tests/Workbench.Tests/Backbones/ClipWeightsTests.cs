using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Tests.Backbones;

public sealed class ClipWeightsTests
{
    private static readonly string s_weights = Fixtures.Find("clip/weights.safetensors");

    [Fact]
    public void Parameters_have_the_names_of_openai_s_checkpoints()
    {
        using var model = new ClipModel(ClipConfig.Tiny with { StemWidth = 0, VisionLayers = 1, TextLayers = 1 });
        string[] block = ["attn.in_proj_weight", "attn.in_proj_bias", "attn.out_proj.weight", "attn.out_proj.bias", "ln_1.weight", "ln_1.bias",
            "mlp.c_fc.weight", "mlp.c_fc.bias", "mlp.c_proj.weight", "mlp.c_proj.bias", "ln_2.weight", "ln_2.bias"];
        string[] expected =
        [
            "visual.conv1.weight", "visual.class_embedding", "visual.positional_embedding", "visual.ln_pre.weight", "visual.ln_pre.bias",
            "visual.ln_post.weight", "visual.ln_post.bias", "visual.proj", "token_embedding.weight", "positional_embedding", "ln_final.weight",
            "ln_final.bias", "text_projection", "logit_scale",
            .. block.Select(n => "visual.transformer.resblocks.0." + n), .. block.Select(n => "transformer.resblocks.0." + n),
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), model.NamedParameters().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_sizes_are_read_off_the_shapes()
    {
        using SafetensorsFile file = SafetensorsFile.Open(s_weights);
        var expected = new ClipConfig
        {
            ImageSize = 24,
            PatchSize = 8,
            VisionWidth = 12,
            VisionLayers = 2,
            VisionHeads = 3,
            TextWidth = 8,
            TextLayers = 2,
            TextHeads = 2,
            ContextLength = 24,
            VocabularySize = 520,
            EmbedWidth = 10,
        };
        Assert.Equal(expected, ClipWeights.ReadConfig(file));
    }

    [Fact]
    public void A_torchscript_archive_as_openai_published_them_holds_the_same_model()
    {
        using ClipModel expected = ClipWeights.Load(s_weights), scripted = ClipWeights.Load(Fixtures.Find("clip/scripted.pt"));
        Assert.Equal(expected.Config with { VisionHeads = 1, TextHeads = 1 }, scripted.Config); // The archive does not say the heads; width / 64 is OpenAI's rule.
        foreach (((string name, Tensor value), (string other, Tensor half)) in expected.NamedState().Zip(scripted.NamedState()))
        {
            Assert.Equal(name, other);
            using Tensor difference = (value - half).abs().max();
            Assert.InRange(difference.ToDouble(), 0, 2e-3);
        }
    }

    [Fact]
    public void A_stem_is_read_off_the_shapes_and_comes_back()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("stem.safetensors");
        ClipConfig config = ClipConfig.Tiny with { VocabularySize = 600, VisionLayers = 1, TextLayers = 1 };
        manual_seed(1);
        using var first = new ClipModel(config);
        first.Visual.forward(rand([4, 3, 112, 112])).Dispose();
        first.Visual.eval();
        ClipWeights.Save(path, first, new Dictionary<string, string>(), half: false);
        using ClipModel second = ClipWeights.Load(path);
        second.Visual.eval();
        Assert.Equal(config, second.Config);
        using Tensor images = rand([1, 3, 112, 112]);
        using Tensor difference = (first.Visual.forward(images) - second.Visual.forward(images)).abs().max();
        Assert.Equal(0, difference.ToDouble());
    }

    [Fact]
    public void A_stem_needs_patches_of_a_multiple_of_its_stride() =>
        Assert.Contains("multiple of 8", Assert.Throws<ArgumentException>(() => new ClipModel(ClipConfig.Tiny with { PatchSize = 14 })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 5e-4)]
    public void Saved_weights_come_back(bool half, double relative)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("copy.safetensors");
        using ClipModel first = ClipWeights.Load(s_weights);
        ClipWeights.Save(path, first, new Dictionary<string, string> { ["clip.name"] = "copy" }, half);
        using ClipModel second = ClipWeights.Load(path);
        foreach (((string name, var a), (string _, var b)) in first.NamedParameters().Zip(second.NamedParameters()))
            Assert.True(((a - b).abs() - a.abs() * relative).max().ToDouble() <= 3e-8, name);
        using SafetensorsFile file = SafetensorsFile.Open(path);
        Assert.Equal("copy", file.Metadata["clip.name"]);
    }

    [Fact]
    public void Missing_unknown_and_misshapen_tensors_are_all_listed()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("bad.safetensors");
        Rewrite(path, array => array.Name switch
        {
            "ln_final.bias" => null,
            "visual.ln_pre.bias" => NamedArray.OfSingles("visual.ln_pre.gain", [12], new float[12]),
            "visual.proj" => NamedArray.OfSingles("visual.proj", [10, 12], new float[120]),
            "logit_scale" => NamedArray.OfInt64s("input_resolution", [], [24]),
            _ => array,
        });
        DataFormatException e = Assert.Throws<DataFormatException>(() => ClipWeights.Load(path));
        Assert.Equal(path, e.Path);
        foreach (string part in new[] { "'ln_final.bias' is missing (expected [8])", "'visual.ln_pre.bias' is missing", "'logit_scale' is missing",
            "'visual.ln_pre.gain' is not part of the model", "'visual.proj' has shape [10, 12], expected [12, 10]" })
            Assert.Contains(part, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("input_resolution", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_vision_transformer_is_refused()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("resnet.safetensors");
        SafetensorsWriter.Write(path, [NamedArray.OfSingles("visual.layer1.0.conv1.weight", [1], [1])]);
        Assert.Contains("'visual.conv1.weight'", Assert.Throws<DataFormatException>(() => ClipBackbone.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_without_merges_say_where_to_put_them()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("bare.safetensors"), merges = Path.Combine(folder.Path, ClipBackbone.MergesFileName[..^3]);
        Rewrite(path, array => array, keepMetadata: false);
        Assert.Contains(ClipBackbone.MergesFileName, Assert.Throws<DataFormatException>(() => ClipBackbone.Load(path)).Message, StringComparison.Ordinal);
        File.WriteAllText(merges, "header\ne g\neg g</w>\nc r\ncr a\ncra c\ncrac k</w>\nleft over\n");
        using ClipBackbone backbone = ClipBackbone.Load(path, new ClipBackboneOptions { MergesFile = merges });
        Assert.Equal(517, backbone.Tokenizer.Encode("crack")[0]);
    }

    [Fact]
    public void The_name_changes_with_the_weights_and_with_the_input()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("other.safetensors");
        Rewrite(path, array => array.Name == "logit_scale" ? NamedArray.OfSingles("logit_scale", [], [0.5f]) : array);
        using ClipBackbone first = ClipBackbone.Load(s_weights), second = ClipBackbone.Load(path), third = ClipBackbone.Load(path, new ClipBackboneOptions { Input = ClipInput.Normalised });
        Assert.StartsWith("random-", first.Name, StringComparison.Ordinal);
        Assert.Equal(3, new HashSet<string> { first.Name, second.Name, third.Name }.Count);
        Assert.Equal(Math.Exp(0.5), second.LogitScale, 5);
    }

    private static void Rewrite(string path, Func<NamedArray, NamedArray?> change, bool keepMetadata = true)
    {
        using SafetensorsFile file = SafetensorsFile.Open(s_weights);
        List<NamedArray> arrays = [];
        foreach ((string name, TensorEntry entry) in file.Entries)
            if (change(new NamedArray(name, entry.DType, entry.Shape, file.Bytes(name).ToArray())) is { } array)
                arrays.Add(array);
        SafetensorsWriter.Write(path, arrays, keepMetadata ? file.Metadata : null);
    }
}
