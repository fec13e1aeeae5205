using Workbench.Data;

namespace Workbench.Tests.Data;

public sealed class SampleSizeTests
{
    [Fact]
    public void The_papers_numbers_give_1026()
    {
        var size = new SampleSize { Population = 26_987 };
        Assert.Equal(1.959963984540054, size.Z, 1e-12);
        Assert.Equal(1067.0718946, size.OfInfinite, 1e-6); // 3.84145882 / 0.0009 / 4
        Assert.Equal(1026.52106, size.OfFinite, 1e-4); // 1067.0718946 · 26987 / 28053.0718946
        Assert.Equal(1026, size.Frames);
    }

    [Fact]
    public void A_case_by_hand()
    {
        // z = 1 at a confidence of 68.27%; N0 = 1 / 0.01 · 0.16 = 16; NS = 16 · 100 / (16 + 99).
        var size = new SampleSize { Population = 100, Confidence = 0.6826894921370859, Margin = 0.1, Share = 0.2 };
        Assert.Equal(1, size.Z, 1e-10);
        Assert.Equal(16, size.OfInfinite, 1e-8);
        Assert.Equal(1600 / 115.0, size.OfFinite, 1e-8);
        Assert.Equal(13, size.Frames);
    }

    [Fact]
    public void A_small_whole_is_checked_whole_and_a_large_one_needs_no_more_than_an_endless_one()
    {
        Assert.Equal(1, new SampleSize { Population = 1 }.Frames);
        Assert.Equal(1067, new SampleSize { Population = long.MaxValue / 2 }.Frames);
    }

    [Theory]
    [InlineData(0, 0.95, 0.03, 0.5)]
    [InlineData(10, 1, 0.03, 0.5)]
    [InlineData(10, 0.95, 0, 0.5)]
    [InlineData(10, 0.95, 0.03, double.NaN)]
    public void Impossible_questions_are_refused(long population, double confidence, double margin, double share) =>
        Assert.Throws<ArgumentException>(() => new SampleSize { Population = population, Confidence = confidence, Margin = margin, Share = share }.Frames);
}
