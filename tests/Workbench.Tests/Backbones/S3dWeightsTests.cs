using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Tests.Backbones;

public sealed class S3dWeightsTests
{
    private static readonly string s_weights = Fixtures.Find("s3d/weights.safetensors");

    [Fact]
    public void A_data_parallel_checkpoint_in_half_precision_gives_the_same_features_with_a_vocabulary_beside_it()
    {
        using S3dBackbone plain = S3dBackbone.Load(s_weights);
        using S3dModel model = S3dWeights.Load(Fixtures.Find("s3d/checkpoint.pth.tar"));
        WordVocabulary words = WordVocabulary.Read(Fixtures.Find("s3d/dict.npy"));
        using var boxed = new S3dBackbone(model, words, "x", new S3dBackboneOptions { Frames = 8 });
        using TextFeatures a = plain.EncodeText(["crack the egg"]), b = boxed.EncodeText(["crack the egg"]);
        Assert.True((a.Global_BD - b.Global_BD).abs().max().ToDouble() < 1e-6);
        Assert.Equal((16, 8, 224), (plain.Window.Frames, boxed.Window.Frames, boxed.InputSize));
    }

    [Fact]
    public void Saved_weights_come_back_with_sizes_words_and_statistics()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("again.safetensors");
        using (S3dModel model = S3dWeights.Load(s_weights))
            S3dWeights.Save(path, model, new Dictionary<string, string> { [S3dWeights.WordsKey] = "crack\negg" }, half: false);
        using S3dModel first = S3dWeights.Load(s_weights), second = S3dWeights.Load(path);
        Assert.Equal(first.Config, second.Config);
        foreach ((string name, Tensor value) in NamedWeights.Of(first))
            Assert.True(value.eq(NamedWeights.Of(second)[name]).all().ToBoolean(), name);
        Assert.Contains(NamedWeights.Of(first).Keys, n => n.EndsWith("running_var", StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_extra_and_misshapen_entries_are_all_listed()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("bad.safetensors");
        using (S3dModel model = S3dWeights.Load(s_weights))
        {
            List<NamedArray> arrays = [.. NamedWeights.Of(model).Select(p => NamedWeights.ToArray(p.Key, p.Value, half: false))];
            arrays.RemoveAll(a => a.Name is "mixed_4d.gating_b1.fc.bias" or "fc.bias");
            arrays.Add(NamedArray.OfSingles("vis_proj_mat.0.bias", [2], [0, 0]));
            arrays.Add(NamedArray.OfSingles("fc.bias", [5], new float[5]));
            SafetensorsWriter.Write(path, arrays, new Dictionary<string, string> { ["s3d.width_factor"] = "0.0625", ["s3d.image_size"] = "64" });
        }

        string message = Assert.Throws<DataFormatException>(() => S3dWeights.Load(path)).Message;
        Assert.Contains("3 of its", message, StringComparison.Ordinal);
        Assert.Contains("'mixed_4d.gating_b1.fc.bias' is missing (expected [", message, StringComparison.Ordinal);
        Assert.Contains("'vis_proj_mat.0.bias' is not part of the model", message, StringComparison.Ordinal);
        Assert.Contains("'fc.bias' has shape [5], expected [6]", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s3d.width_factor", "0.25", "a factor that makes 8 of 64 and 24 of 384 channels")]
    [InlineData("s3d.image_size", "63", "is no multiple of 32")]
    [InlineData("s3d.frames", "many", "a number of at least 0 was expected, found \"many\"")]
    public void Metadata_that_does_not_fit_is_named(string key, string value, string expected)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("bad.safetensors");
        using (SafetensorsFile file = SafetensorsFile.Open(s_weights))
        {
            var metadata = new Dictionary<string, string>(file.Metadata) { [key] = value };
            SafetensorsWriter.Write(path, [.. file.Entries.Select(e => new NamedArray(e.Key, e.Value.DType, e.Value.Shape, file.Bytes(e.Key).ToArray()))], metadata);
        }

        Assert.Contains(expected, Assert.Throws<DataFormatException>(() => S3dWeights.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_vocabulary_larger_than_the_embedding_and_a_missing_one_are_named()
    {
        using var folder = new TemporaryFolder();
        string many = folder.File("many.txt"), bare = folder.File("bare.safetensors");
        File.WriteAllLines(many, Enumerable.Range(0, 10).Select(i => $"w{i}"));
        Assert.Contains("one for each of 10 words", Assert.Throws<DataFormatException>(() => S3dBackbone.Load(s_weights, new S3dBackboneOptions { Vocabulary = many })).Message, StringComparison.Ordinal);
        using (SafetensorsFile file = SafetensorsFile.Open(s_weights))
            SafetensorsWriter.Write(
                bare, [.. file.Entries.Select(e => new NamedArray(e.Key, e.Value.DType, e.Value.Shape, file.Bytes(e.Key).ToArray()))],
                file.Metadata.Where(m => m.Key != S3dWeights.WordsKey).ToDictionary());
        Assert.Contains("no dict.npy or s3d_dict.npy beside", Assert.Throws<DataFormatException>(() => S3dBackbone.Load(bare)).Message, StringComparison.Ordinal);
        File.Copy(Fixtures.Find("s3d/dict.npy"), Path.Combine(folder.Path, "s3d_dict.npy"));
        using S3dBackbone beside = S3dBackbone.Load(bare);
        Assert.Equal(9, beside.Vocabulary.Words.Count);
    }

    [Fact]
    public void Files_are_opened_as_the_backbone_that_their_names_say()
    {
        using IDisposable s3d = (IDisposable)BackboneFile.Load(s_weights), clip = (IDisposable)BackboneFile.Load(Fixtures.Find("clip/weights.safetensors"));
        Assert.IsType<S3dBackbone>(s3d);
        Assert.IsType<ClipBackbone>(clip);
        Assert.True(BackboneFile.IsS3d(Fixtures.Find("s3d/checkpoint.pth.tar")));
        Assert.True(BackboneFile.IsDavenet(Fixtures.Find("davenet/checkpoint.pth")));
        Assert.False(BackboneFile.IsDavenet(s_weights) || BackboneFile.IsS3d(Fixtures.Find("davenet/weights.safetensors")));
    }
}
