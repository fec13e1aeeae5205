using System.Text.Json;
using TorchSharp;
using Workbench.Models.Moments;
using static TorchSharp.torch;

namespace Workbench.Tests.Models.Moments;

/// <summary>The committed numbers of plain PyTorch (tests/fixtures/moments).</summary>
internal static class MomentFixture
{
    public static JsonElement Json { get; } = Fixture.Json("moments/moments.json");

    public static string Path(string name) => Fixtures.Find($"moments/{name}.pkl");

    public static JsonElement Case(string list, string name) => Json.GetProperty(list).EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);

    public static TwoDTan TwoDTan(JsonElement item, bool spread = true)
    {
        JsonElement c = item.GetProperty("config");
        var model = new TwoDTan(new TwoDTanConfig
        {
            VideoWidth = c.GetProperty("video").GetInt64(),
            WordWidth = c.GetProperty("words").GetInt64(),
            Width = c.GetProperty("width").GetInt64(),
            SampledClips = c.GetProperty("sampled").GetInt32(),
            Stride = c.GetProperty("stride").GetInt32(),
            ScaleLayers = [.. c.GetProperty("scales").EnumerateArray().Select(n => n.GetInt32())],
            Pooling = Enum.Parse<ProposalPooling>(c.GetProperty("pooling").GetString()!),
            Bidirectional = c.GetProperty("bidirectional").GetBoolean(),
            Sentence = Enum.Parse<SentenceVector>(c.GetProperty("sentence").GetString()!),
            MapKernel = c.GetProperty("kernel").GetInt32(),
            MapLayers = c.GetProperty("layers").GetInt32(),
            SpreadPadding = spread,
        });
        return Load(model, item);
    }

    public static Lgi Lgi(JsonElement item)
    {
        JsonElement c = item.GetProperty("config");
        return Load(new Lgi(new LgiConfig
        {
            VideoWidth = c.GetProperty("video").GetInt64(),
            WordWidth = c.GetProperty("words").GetInt64(),
            Width = c.GetProperty("width").GetInt64(),
            Vocabulary = c.GetProperty("vocabulary").GetInt64(),
            Segments = c.GetProperty("segments").GetInt32(),
            AttentionWidth = c.GetProperty("attention").GetInt64(),
            LocalKernel = c.GetProperty("kernel").GetInt32(),
            Phrases = c.GetProperty("phrases").GetInt32(),
            GlobalBlocks = c.GetProperty("blocks").GetInt32(),
            GlobalHeads = c.GetProperty("heads").GetInt32(),
            Bound = Enum.Parse<LocationBound>(c.GetProperty("bound").GetString()!),
            Dropout = 0,
        }), item);
    }

    public static MomentBatch Batch(JsonElement item)
    {
        Tensor video = Fixture.Tensor(item.GetProperty("video"));
        int[] lengths = [.. item.GetProperty("lengths").EnumerateArray().Select(n => n.GetInt32())];
        Tensor seen = item.TryGetProperty("seen", out JsonElement mask) ? Fixture.Tensor(mask).to(ScalarType.Bool) : ones([video.size(0), video.size(1)], ScalarType.Bool);
        Tensor ids = item.TryGetProperty("ids", out JsonElement given) ? Fixture.Tensor(given).to(ScalarType.Int64) : zeros([video.size(0), lengths.Max()], ScalarType.Int64);
        Tensor words = item.TryGetProperty("word_vectors", out JsonElement vectors) ? Fixture.Tensor(vectors) : zeros([video.size(0), lengths.Max(), 1], ScalarType.Float64);
        return new MomentBatch(video, seen, words, ids, Mask(lengths));
    }

    public static Tensor Mask(int[] lengths) => stack(lengths.Select(n => arange(lengths.Max(), ScalarType.Int64).lt(n)));

    /// <summary>Every parameter's gradient against the fixture's digest of it.</summary>
    public static void Gradients(JsonElement expected, nn.Module model)
    {
        Dictionary<string, Tensor?> gradients = model.named_parameters().ToDictionary(p => p.name, p => (Tensor?)p.parameter.grad);
        foreach (JsonProperty gradient in expected.EnumerateObject())
            Assert.True(Math.Abs(gradient.Value.GetDouble() - Digest(gradients[gradient.Name]!)) < 1e-8, $"{gradient.Name}: {gradient.Value.GetDouble()} was expected, got {Digest(gradients[gradient.Name]!)}.");
        Assert.Equal(expected.EnumerateObject().Count(), gradients.Count(g => g.Value is not null));
    }

    public static double Digest(Tensor gradient)
    {
        Tensor flat = gradient.reshape(-1);
        return (flat * (0.1 * arange(flat.numel(), ScalarType.Float64)).cos()).sum().item<double>();
    }

    private static T Load<T>(T model, JsonElement item)
        where T : MomentModel
    {
        MomentWeights.Load(Path(item.GetProperty("name").GetString()!), model);
        model.to(ScalarType.Float64);
        return model;
    }
}
