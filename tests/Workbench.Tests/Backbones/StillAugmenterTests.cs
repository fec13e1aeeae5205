using Workbench.Backbones.Pretraining;
using Workbench.Data.NarratedKitchen;

namespace Workbench.Tests.Backbones;

public sealed class StillAugmenterTests
{
    [Fact]
    public void Squashing_averages_the_pixels_that_each_cell_covers()
    {
        // 6×2 red ramp 0, 30, … 150 and a constant blue, squashed to 2×2: columns are means of three.
        byte[] rgb = [.. Enumerable.Range(0, 12).SelectMany(i => new byte[] { (byte)(i % 6 * 30), 0, 204 })];
        var planes = new float[12];
        StillAugmenter.Squash(rgb, 6, 2, 2, planes);
        AssertClose([30 / 255f, 120 / 255f, 30 / 255f, 120 / 255f, 0, 0, 0, 0, 0.8f, 0.8f, 0.8f, 0.8f], planes);
    }

    [Fact]
    public void A_pixel_between_two_cells_is_shared_by_area()
    {
        byte[] rgb = [0, 0, 0, 90, 90, 90, 255, 255, 255];
        var planes = new float[12];
        StillAugmenter.Squash([.. rgb, .. rgb, .. rgb], 3, 3, 2, planes);
        AssertClose([30 / 255f, 200 / 255f], planes[..2]);
    }

    [Fact]
    public void Augmenting_keeps_the_range_and_follows_the_seed()
    {
        byte[] rgb = new byte[20 * 16 * 3];
        new Random(5).NextBytes(rgb);
        float[] first = new float[3 * 64], second = new float[3 * 64], third = new float[3 * 64];
        StillAugmenter.Augment(rgb, 20, 16, 8, 0.6, new StableRandom(3), first);
        StillAugmenter.Augment(rgb, 20, 16, 8, 0.6, new StableRandom(3), second);
        StillAugmenter.Augment(rgb, 20, 16, 8, 0.6, new StableRandom(4), third);
        Assert.Equal(first, second);
        Assert.NotEqual(first, third);
        Assert.All(first, v => Assert.InRange(v, 0, 1));
    }

    [Fact]
    public void A_mirrored_picture_is_said_to_be_mirrored()
    {
        // Left half black, right half white: the brighter half tells which way round the result is.
        byte[] rgb = [.. Enumerable.Range(0, 16 * 16).SelectMany(i => Enumerable.Repeat((byte)(i % 16 < 8 ? 0 : 255), 3))];
        var seen = new HashSet<bool>();
        for (ulong seed = 0; seed < 20; seed++)
        {
            var planes = new float[3 * 64];
            bool mirrored = StillAugmenter.Augment(rgb, 16, 16, 8, 0.8, new StableRandom(seed), planes);
            Assert.Equal(mirrored, planes[0] > planes[7]);
            seen.Add(mirrored);
        }

        Assert.Equal(2, seen.Count);
        Assert.Equal("a red tomato on the right", StillBatches.Mirror("a red tomato on the left"));
    }

    [Fact]
    public void A_buffer_of_the_wrong_size_is_named() =>
        Assert.Contains("has 12 bytes", Assert.Throws<ArgumentException>(() => StillAugmenter.Squash(new byte[11], 2, 2, 2, new float[12])).Message, StringComparison.Ordinal);

    private static void AssertClose(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach ((float e, float a) in expected.Zip(actual))
            Assert.Equal(e, a, 1e-5f);
    }
}
