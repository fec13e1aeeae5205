using Workbench.Data;
using Workbench.Metrics;

namespace Workbench.Tests.Metrics;

public class MaskTests
{
    [Fact]
    public void An_exact_box_mask_holds_the_pixels_that_the_pointing_game_hits()
    {
        var random = new Random(1);
        for (int round = 0; round < 200; round++)
        {
            var box = RandomCases.Box(random, 30, 20);
            var mask = SpanMask.FromBox(box, 30, 20);
            long area = 0;
            for (int y = 0; y < 20; y++)
                for (int x = 0; x < 30; x++)
                {
                    Assert.Equal(box.Contains(x, y), mask.Contains(x, y));
                    area += box.Contains(x, y) ? 1 : 0;
                }

            Assert.Equal(area, mask.Area);
        }
    }

    [Fact]
    public void The_released_box_mask_sits_one_pixel_to_the_right()
    {
        var random = new Random(2);
        for (int round = 0; round < 200; round++)
        {
            var box = RandomCases.Box(random, 30, 20);
            var mask = SpanMask.FromBox(box, 30, 20, BoxMaskRule.ReleasedCode);
            for (int y = 0; y < 20; y++)
                for (int x = 0; x < 30; x++)
                    Assert.Equal(box.Left < x && x <= box.Right + 1 && box.Top <= y && y <= box.Bottom, mask.Contains(x, y));
        }
    }

    [Fact]
    public void Fractional_bounds_keep_the_pixels_between_them()
    {
        var mask = SpanMask.FromBox(new Box(1.5, 0, 3.5, 0.9), 6, 4);
        Assert.Equal(2, mask.Area);
        Assert.True(mask.Contains(2, 0) && mask.Contains(3, 0));
    }

    [Fact]
    public void Intersection_and_IoU_count_pixels()
    {
        var random = new Random(3);
        for (int round = 0; round < 100; round++)
        {
            bool[,] first = Pixels(), second = Pixels();
            SpanMask a = SpanMask.FromPixels(17, 9, (x, y) => first[y, x]), b = SpanMask.FromPixels(17, 9, (x, y) => second[y, x]);
            int both = 0, either = 0;
            for (int y = 0; y < 9; y++)
                for (int x = 0; x < 17; x++)
                {
                    both += first[y, x] && second[y, x] ? 1 : 0;
                    either += first[y, x] || second[y, x] ? 1 : 0;
                }

            Assert.Equal(both, a.Intersection(b));
            Assert.Equal((double)both / either, a.IoU(b), 12);
            Assert.Equal(a.IoU(b), b.IoU(a));
            Assert.Equal(1, a.IoU(a));
        }

        bool[,] Pixels()
        {
            var pixels = new bool[9, 17];
            for (int y = 0; y < 9; y++)
                for (int x = 0; x < 17; x++)
                    pixels[y, x] = random.Next(3) == 0;
            pixels[0, 0] = true;
            return pixels;
        }
    }

    [Fact]
    public void Two_empty_masks_overlap_by_nothing() =>
        Assert.Equal(0, SpanMask.FromBox(new Box(5, 5, 1, 1), 8, 8).IoU(SpanMask.FromBox(new Box(50, 5, 60, 9), 8, 8)));

    [Fact]
    public void Masks_of_different_frames_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => SpanMask.FromBox(default, 8, 8).IoU(SpanMask.FromBox(default, 8, 9)));
        Assert.Contains("8×9", error.Message);
    }

    [Fact]
    public void A_heat_mask_is_where_the_enlarged_map_reaches_the_threshold()
    {
        var random = new Random(4);
        for (int round = 0; round < 200; round++)
        {
            var heat = RandomCases.Heat(random, random.Next(1, 8), random.Next(1, 8), 0);
            int width = random.Next(1, 60), height = random.Next(1, 50);
            double threshold = random.NextDouble();
            var pixels = RandomCases.Enlarge(heat, width, height);
            var mask = HeatMask.AtLeast(heat, threshold, width, height);
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++)
                    if (Math.Abs(pixels[y, x] - threshold) > 1e-9)
                        Assert.Equal(pixels[y, x] >= threshold, mask.Contains(x, y));
        }
    }

    [Fact]
    public void A_threshold_at_the_value_of_a_flat_map_takes_the_whole_frame()
    {
        var heat = new HeatMap(7, 7, [.. Enumerable.Repeat(0.25f, 49)]);
        Assert.Equal(640 * 480, HeatMask.AtLeast(heat, 0.25, 640, 480).Area);
        Assert.Equal(0, HeatMask.AtLeast(heat, 0.2500001, 640, 480).Area);
    }
}
