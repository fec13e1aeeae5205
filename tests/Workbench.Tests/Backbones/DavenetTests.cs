using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Tests.Backbones;

/// <summary>DAVEnet against an independent implementation with the same random weights, computed in double precision (tests/fixtures/davenet/parity.py).</summary>
[Collection(TensorCounters.Name)]
public sealed class DavenetTests : IDisposable
{
    private static readonly string s_weights = Fixtures.Find("davenet/weights.safetensors");
    private readonly SafetensorsFile _expected = SafetensorsFile.Open(Fixtures.Find("davenet/expected.safetensors"));

    public void Dispose() => _expected.Dispose();

    [Theory]
    [InlineData("weights.safetensors", 51, 4)]
    [InlineData("weights.safetensors", 48, 3)]
    [InlineData("weights.safetensors", 1, 1)]
    [InlineData("checkpoint.pth", 51, 4)]
    public void The_network_gives_the_reference_s_values(string file, int frames, int steps)
    {
        using DisposeScope scope = NewDisposeScope();
        using var noGrad = no_grad();
        DavenetModel model = DavenetWeights.Load(Fixtures.Find("davenet/" + file));
        model.eval();
        Tensor logMel = tensor(_expected.ReadSingle("long"), _expected.Entries["long"].Shape).narrow(1, 0, frames).unsqueeze(0);
        Tensor actual = model.forward(logMel), expected = tensor(_expected.ReadSingle($"net.{frames}"), [1, 64, steps]);
        Assert.Equal([1, 64, steps], actual.shape);
        double largest = (actual - expected).abs().max().ToDouble();
        // Largest absolute difference, single against double precision: 4.6e-5 where the values reach 54.
        Assert.True(largest < 1.5e-4, $"largest difference {largest:G3}");
    }

    [Fact]
    public void The_published_sizes_give_1024_features_for_sixteen_frames_each()
    {
        using DisposeScope scope = NewDisposeScope();
        using var noGrad = no_grad();
        var model = new DavenetModel(new DavenetConfig());
        model.eval();
        // Kernels and two numbers a channel for each norm, of the first layer, the unused norm, and four stages of two blocks.
        int[] widths = [128, 128, 256, 512, 1024];
        long count = 2 + 40 * 128 + 2 * 128;
        for (int s = 1; s < 5; s++)
            count += 9L * widths[s - 1] * widths[s] + 3 * 9L * widths[s] * widths[s] + (long)widths[s - 1] * widths[s] + 5 * 2 * widths[s];
        Assert.Equal(count, model.parameters().Sum(p => p.numel()));
        Tensor steps = model.forward(randn(2, 40, 1000));
        Assert.Equal([2, 1024, 63], steps.shape);
        Assert.True(steps.isfinite().all().ToBoolean());
    }

    [Fact]
    public void A_width_factor_scales_every_layer_and_the_sizes_are_read_off_the_file()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("small.safetensors");
        using (var made = new DavenetModel(new DavenetConfig { Blocks = 1 }.Scaled(0.125)))
            DavenetWeights.Save(path, made, new Dictionary<string, string>());
        using DavenetModel read = DavenetWeights.Load(path);
        Assert.Equal([16, 16, 32, 64, 128], read.Config.Widths);
        Assert.Equal((40, 1, 9), (read.Config.Bands, read.Config.Blocks, read.Config.Kernel));
    }

    [Fact]
    public void Missing_extra_and_misshapen_entries_are_all_listed()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("bad.safetensors");
        using (DavenetModel model = DavenetWeights.Load(s_weights))
        {
            List<NamedArray> arrays = [.. NamedWeights.Of(model).Where(p => p.Key is not ("bn1.bias" or "layer3.1.bn2.bias")).Select(p => NamedWeights.ToArray(p.Key, p.Value, half: false))];
            arrays.Add(NamedArray.OfSingles("bn1.bias", [3], new float[3]));
            arrays.Add(NamedArray.OfSingles("fc.bias", [1], [0]));
            SafetensorsWriter.Write(path, arrays);
        }

        string message = Assert.Throws<DataFormatException>(() => DavenetWeights.Load(path)).Message;
        Assert.Contains("'layer3.1.bn2.bias' is missing", message, StringComparison.Ordinal);
        Assert.Contains("'fc.bias' is not part of the model", message, StringComparison.Ordinal);
        Assert.Contains("'bn1.bias' has shape [3], expected [8]", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_is_the_mean_of_the_steps_in_it_and_cutting_a_long_track_changes_nothing()
    {
        using DisposeScope scope = NewDisposeScope();
        using var noGrad = no_grad();
        float[] sound = LogMelTests.Tone(16_000 * 25);
        using var whole = new DavenetEncoder(DavenetWeights.Load(s_weights), "a");
        using var cut = new DavenetEncoder(DavenetWeights.Load(s_weights), "b", block: 20);
        FeatureArray a = whole.Encode(sound), b = cut.Encode(sound);
        Assert.Equal([25, 64], a.Shape);
        Assert.True(a.Values.Zip(b.Values, (x, y) => Math.Abs(x - y)).Max() < 1e-4);
        using DavenetModel model = DavenetWeights.Load(s_weights);
        model.eval();
        Tensor steps = model.forward(LogMel.Compute(sound).unsqueeze(0)).squeeze(0);
        // Steps are 0.16 s apart: 7 to 12 lie in second 1 (1.12 to 1.92 s).
        float[] second = steps.narrow(1, 7, 6).mean(new long[] { 1 }).data<float>().ToArray();
        Assert.True(second.Zip(a.Values[64..128], (x, y) => Math.Abs(x - y)).Max() < 1e-4);
    }

    [Fact]
    public void Silence_and_seconds_behind_the_track_s_end_are_zeros()
    {
        using DavenetEncoder encoder = DavenetEncoder.Load(s_weights);
        Assert.All(encoder.Encode(new float[32_000]).Values, v => Assert.Equal(0, v));
        Assert.Equal([1, 64], encoder.Encode([]).Shape);
        FeatureArray longer = encoder.Encode(LogMelTests.Tone(16_000), seconds: 3);
        Assert.Equal([3, 64], longer.Shape);
        Assert.Contains(longer.Values[..64], v => v != 0);
        Assert.All(longer.Values[128..], v => Assert.Equal(0, v));
        Assert.StartsWith("davenet-random-", encoder.Name, StringComparison.Ordinal);
    }

    [FfmpegFact]
    public void The_sound_of_videos_goes_into_a_store_and_videos_without_sound_are_named()
    {
        using var folder = new TemporaryFolder();
        string speaking = folder.File("speaking.mp4"), mute = folder.File("mute.mp4"), torn = folder.File("torn.mp4"), store = folder.File("store");
        TestVideos.Make(speaking, "-f", "lavfi", "-i", "testsrc=d=3:s=32x24:r=5", "-f", "lavfi", "-i", "sine=d=3:f=440");
        TestVideos.Make(mute, "-f", "lavfi", "-i", "testsrc=d=2:s=32x24:r=5");
        File.WriteAllText(torn, "no video");
        using DavenetEncoder encoder = DavenetEncoder.Load(s_weights);
        (string, string)[] videos = [("speaking", speaking), ("mute", mute), ("torn", torn)];
        AudioExtractionResult first = AudioExtractor.Run(videos, store, encoder), second = AudioExtractor.Run(videos, store, encoder);
        Assert.Equal((2, 5L, "mute"), (first.Extracted, first.Seconds, Assert.Single(first.Silent)));
        Assert.Equal("torn", Assert.Single(first.Broken).Video);
        Assert.Equal((0, 2), (second.Extracted, second.Skipped));
        using FeatureStore read = FeatureStore.Open(store, encoder.Name);
        Assert.Equal([3, 64], read.Shapes("speaking")["audio"]);
        Assert.Contains(read.Read("speaking", "audio").Values, v => v != 0);
        Assert.All(read.Read("mute", "audio").Values, v => Assert.Equal(0, v));
    }
}
