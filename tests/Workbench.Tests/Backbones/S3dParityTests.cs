using System.Text.Json;
using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Tests.Backbones;

/// <summary>S3D-G against an independent implementation with the same random weights, computed in double precision (tests/fixtures/s3d/parity.py).</summary>
[Collection(TensorCounters.Name)]
public sealed class S3dParityTests : IDisposable
{
    private static readonly string s_weights = Fixtures.Find("s3d/weights.safetensors");
    private readonly SafetensorsFile _expected = SafetensorsFile.Open(Fixtures.Find("s3d/expected.safetensors"));

    public void Dispose() => _expected.Dispose();

    [Fact]
    public void Every_stage_has_the_reference_s_shape_and_values_and_16_frames_of_224_pixels_give_2_7_7()
    {
        using S3dModel model = Frozen(s_weights);
        using var noGrad = no_grad();
        using Tensor clip = Clip(16, 224);
        Dictionary<string, long[]> shapes = JsonSerializer.Deserialize<Dictionary<string, long[]>>(_expected.Metadata["shapes"])!;
        double largest = 0;
        int seen = 0;
        using Tensor regions = model.Regions(clip, (name, value) =>
        {
            Assert.Equal(shapes[name], value.shape);
            largest = Math.Max(largest, Difference(_expected, "stage." + name, Thinned(value)));
            seen++;
        });
        using Tensor video = model.Pool(regions);
        Assert.Equal((17, 18), (seen, shapes.Count));
        Assert.Equal([1, model.Config.RegionWidth, 2, 7, 7], regions.shape);
        Assert.True(Difference(_expected, "stage.video", Thinned(video)) < 2e-5);
        // Largest absolute difference over all stages, single against double precision: 3.3e-6.
        Assert.True(largest < 1e-5, $"largest difference {largest:G3}");
    }

    [Theory]
    [InlineData("0.0.64.16", "variant-0-0")]
    [InlineData("2.1.48.8", "variant-2-1")]
    [InlineData("4.2.48.8", "variant-4-2")]
    [InlineData("2.0.96.8", "weights")]
    public void Other_stems_grids_and_sizes_give_the_reference_s_values(string key, string file)
    {
        using SafetensorsFile expected = SafetensorsFile.Open(Fixtures.Find("s3d/variants.safetensors"));
        using S3dModel model = Frozen(Fixtures.Find($"s3d/{file}.safetensors"));
        int[] sizes = [.. key.Split('.').Select(int.Parse)];
        using var noGrad = no_grad();
        using Tensor clip = Clip(sizes[3], sizes[2]), regions = model.Regions(clip), video = model.Pool(regions);
        Assert.Equal((sizes[0], sizes[1]), (model.Config.Block, model.Config.TimePools));
        Assert.Equal(expected.Entries[key + ".mixed_5c"].Shape, regions.shape);
        Assert.Equal(sizes[2] / model.Config.Stride, regions.shape[^1]);
        Assert.True(Difference(expected, key + ".mixed_5c", regions) < 2e-5);
        Assert.True(Difference(expected, key + ".video", video) < 2e-5);
    }

    [Fact]
    public void The_backbone_gives_the_clip_and_the_regions_of_mixed_5c_averaged_over_time()
    {
        using S3dBackbone mean = S3dBackbone.Load(s_weights), steps = S3dBackbone.Load(s_weights, new S3dBackboneOptions { MeanOverTime = false });
        using Tensor clip = Clip(16, 64);
        using FrameFeatures averaged = mean.EncodeFrames(clip), each = steps.EncodeFrames(clip);
        using Tensor regions_Ctgg = tensor(_expected.ReadSingle("mixed_5c"), _expected.Entries["mixed_5c"].Shape).squeeze(0);
        Assert.True(Difference(_expected, "video", averaged.Global_BD) < 2e-5);
        Assert.Equal([1, 4, mean.RegionWidth], averaged.Local_BND.shape);
        Assert.Equal([1, 8, mean.RegionWidth], each.Local_BND.shape);
        for (int t = 0; t < 2; t++)
            for (int cell = 0; cell < 4; cell++)
                Assert.True((regions_Ctgg.select(1, t).flatten(1).select(1, cell) - each.Local_BND[0, t * 4 + cell]).abs().max().ToDouble() < 2e-5);
        Assert.True((each.Local_BND.view(2, 4, -1).mean(new long[] { 0 }) - averaged.Local_BND[0]).abs().max().ToDouble() < 2e-6);
        Assert.Equal((2, 64, 6), (mean.GridSize, mean.InputSize, mean.Width));
    }

    [Fact]
    public void Texts_give_the_reference_s_ids_words_and_sentences()
    {
        using S3dBackbone backbone = S3dBackbone.Load(s_weights);
        string[] sentences = JsonSerializer.Deserialize<string[]>(_expected.Metadata["sentences"])!;
        long[] ids = [.. sentences.SelectMany(s => backbone.Vocabulary.Encode(s, 20).Select(i => (long)i).Concat(Enumerable.Repeat(0L, 20)).Take(20))];
        Assert.Equal(_expected.ReadInt64("ids"), ids);
        using TextFeatures text = backbone.EncodeText(sentences);
        Assert.True(Difference(_expected, "words", text.Words_BKD) < 2e-6);
        Assert.True(Difference(_expected, "sentences", text.Global_BD) < 2e-6);
        using Tensor words = text.Mask_BK.sum(1);
        Assert.Equal(sentences.Select(s => (long)Math.Max(1, backbone.Vocabulary.Encode(s, 20).Length)), words.data<long>().ToArray());
    }

    [Fact]
    public void The_mean_of_joined_regions_is_the_clip()
    {
        using S3dBackbone backbone = S3dBackbone.Load(s_weights);
        using Tensor clip = Clip(16, 64);
        using FrameFeatures features = backbone.EncodeFrames(clip);
        using Tensor joined = backbone.JoinRegions(features.Local_BND).mean(new long[] { 1 });
        Assert.True((joined - features.Global_BD).abs().max().ToDouble() < 1e-5);
        Assert.False(features.Local_BND.requires_grad || joined.requires_grad);
    }

    [Fact]
    public void The_published_sizes_have_31_million_parameters_and_give_1024_regions_of_2_7_7()
    {
        using DisposeScope scope = NewDisposeScope();
        var model = new S3dModel(S3dConfig.Published);
        model.eval();
        long all = model.parameters().Sum(p => p.numel()), text = model.Text.parameters().Sum(p => p.numel());
        Assert.Equal(66_250L * 300 + 300 * 2048 + 2048 + 2048 * 512 + 512, text);
        Assert.Equal(S3dVideoParameters, all - text);
        using var noGrad = no_grad();
        Tensor regions = model.Regions(Clip(16, 224));
        Assert.Equal([1, 1024, 2, 7, 7], regions.shape);
        Assert.Equal([1, 512], model.Pool(regions).shape);
        Assert.True(regions.isfinite().all().ToBoolean());
    }

    /// <summary>Counted by hand from the table of widths: see <see cref="CountVideo"/>.</summary>
    private static long S3dVideoParameters => CountVideo();

    /// <summary>Kernels without bias, two numbers a channel for each norm, and gates with bias, from the published table alone.</summary>
    private static long CountVideo()
    {
        long total = Kernel(24, 64, 2 * 4 * 4) + Kernel(64, 64, 1) + Kernel(64, 192, 9) + Kernel(192, 192, 3) + Gate(192);
        int width = 192;
        int[][] blocks =
        [
            [64, 96, 128, 16, 32, 32], [128, 128, 192, 32, 96, 64], [192, 96, 208, 16, 48, 64], [160, 112, 224, 24, 64, 64], [128, 128, 256, 24, 64, 64],
            [112, 144, 288, 32, 64, 64], [256, 160, 320, 32, 128, 128], [256, 160, 320, 32, 128, 128], [384, 192, 384, 48, 128, 128],
        ];
        foreach (int[] b in blocks)
        {
            total += Kernel(width, b[0], 1) + Kernel(width, b[1], 1) + Kernel(b[1], b[2], 9) + Kernel(b[2], b[2], 3) + Kernel(width, b[3], 1) + Kernel(b[3], b[4], 9) + Kernel(b[4], b[4], 3) + Kernel(width, b[5], 1);
            total += Gate(b[0]) + Gate(b[2]) + Gate(b[4]) + Gate(b[5]);
            width = b[0] + b[2] + b[4] + b[5];
        }

        return total + width * 512 + 512;

        static long Kernel(long input, long output, long taps) => input * output * taps + 2 * output;
        static long Gate(long size) => size * size + size;
    }

    /// <summary>The clip that the script makes too: whole numbers of a formula, over 255.</summary>
    internal static Tensor Clip(int frames, int side)
    {
        var values = new float[3 * frames * side * side];
        for (int c = 0, i = 0; c < 3; c++)
            for (int t = 0; t < frames; t++)
                for (int y = 0; y < side; y++)
                    for (int x = 0; x < side; x++)
                        values[i++] = (31 * c + 17 * t + 7 * y * y + 13 * x + 3 * x * y + 5 * t * x) % 256 / 255f;
        return tensor(values, [1, 3, frames, side, side]);
    }

    private static S3dModel Frozen(string path)
    {
        S3dModel model = S3dWeights.Load(path);
        model.eval();
        return model;
    }

    private static float[] Thinned(Tensor value)
    {
        float[] all = value.contiguous().data<float>().ToArray();
        return [.. all.Where((_, i) => i % (all.Length / 400 + 1) == 0)];
    }

    private static double Difference(SafetensorsFile file, string name, Tensor actual) => Difference(file, name, actual.contiguous().data<float>().ToArray());

    private static double Difference(SafetensorsFile file, string name, float[] actual)
    {
        float[] expected = file.ReadSingle(name);
        Assert.Equal(expected.Length, actual.Length);
        return expected.Zip(actual, (e, a) => Math.Abs((double)e - a)).Max();
    }
}
