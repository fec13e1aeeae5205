using Workbench.Data;
using Workbench.Metrics;

namespace Workbench.Tests.Metrics;

public class HeatPeakTests
{
    [Fact]
    public void The_centre_of_the_hottest_cell_in_a_640_by_480_frame()
    {
        var values = new float[49];
        values[3 * 7 + 5] = 1;
        var peak = HeatPeak.Find(new HeatMap(7, 7, values), 640, 480, PeakRule.CellCentre);
        Assert.Equal(5.5 * 640 / 7, peak.X, 10);
        Assert.Equal(240, peak.Y, 10);
    }

    [Fact]
    public void A_single_hot_cell_of_2_by_2_peaks_at_its_corner_pixel()
    {
        // Centres at 1 and 3 in a frame of 4 pixels; beyond them the enlarged map is flat, so the first of the flat pixels wins.
        var heat = new HeatMap(2, 2, [0, 0, 0, 1]);
        Assert.Equal(new Point(3, 3), HeatPeak.Find(heat, 4, 4));
        Assert.Equal(new Point(0, 0), HeatPeak.Find(new HeatMap(2, 2, [1, 0, 0, 0]), 4, 4));
    }

    [Fact]
    public void A_flat_map_points_at_the_first_pixel()
    {
        var heat = new HeatMap(3, 2, [2, 2, 2, 2, 2, 2]);
        Assert.Equal(new Point(0, 0), HeatPeak.Find(heat, 10, 9));
        Assert.Equal(new Point(2.5, 1.5), HeatPeak.Find(heat, 10, 9, PeakRule.CellCentre));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void The_peak_is_the_first_maximum_of_the_enlarged_map(int levels)
    {
        var random = new Random(11 + levels);
        for (int round = 0; round < 300; round++)
        {
            var heat = RandomCases.Heat(random, random.Next(1, 8), random.Next(1, 8), levels);
            int width = random.Next(1, 70), height = random.Next(1, 60);
            var pixels = RandomCases.Enlarge(heat, width, height);
            double most = pixels.Cast<double>().Max();
            var (row, column) = (from y in Enumerable.Range(0, height) from x in Enumerable.Range(0, width) where pixels[y, x] >= most - 1e-12 select (y, x)).First();
            Assert.Equal(new Point(column, row), HeatPeak.Find(heat, width, height));
        }
    }

    [Fact]
    public void A_cell_that_is_no_number_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => HeatPeak.Find(new HeatMap(2, 2, [0, 1, float.NaN, 0]), 4, 4));
        Assert.Contains("(1, 0)", error.Message);
    }
}
