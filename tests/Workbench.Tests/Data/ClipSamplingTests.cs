using Workbench.Data;

namespace Workbench.Tests.Data;

public sealed class ClipSamplingTests
{
    [Theory]
    [InlineData(10, 13, 9, 14)]
    [InlineData(10, 15, 10, 15)]
    [InlineData(10, 30, 10, 30)]
    [InlineData(0.5, 1.5, 0, 5)]
    [InlineData(7, 7, 4.5, 9.5)]
    public void A_short_clip_is_widened_about_its_middle_to_five_seconds(double start, double end, double expectedStart, double expectedEnd) =>
        Assert.Equal(new Segment(expectedStart, expectedEnd), ClipSampling.Extend(new(start, end)));

    [Fact]
    public void Bounds_are_cut_to_whole_seconds() => Assert.Equal(new Segment(4, 9), ClipSampling.Truncate(new(4.5, 9.99)));

    [Fact]
    public void The_window_of_the_published_recipe_is_sixteen_seconds()
    {
        Assert.Equal(16, ClipSampling.WindowSeconds(frames: 8, fps: 1, controlSeconds: 8));
        Assert.Equal(3.2, ClipSampling.WindowSeconds(frames: 16, fps: 5));
    }

    [Fact]
    public void A_random_start_reaches_both_ends_of_its_range_and_nothing_else()
    {
        var random = new Random(1);
        var drawn = Enumerable.Range(0, 400).Select(_ => ClipSampling.StartSeek(new(10, 30), 16, SeekRule.Random, random)).ToHashSet();
        Assert.Equal([10, 11, 12, 13, 14], drawn.Order());
        Assert.All(Enumerable.Range(0, 50), _ => Assert.Equal(10, ClipSampling.StartSeek(new(10, 15), 16, SeekRule.Random, random)));
        // end - window = 30 - 16.5 = 13.5, cut to 13.
        Assert.Equal(13, Enumerable.Range(0, 400).Max(_ => ClipSampling.StartSeek(new(10, 30), 16.5, SeekRule.Random, random)));
    }

    [Fact]
    public void Early_and_fixed_starts_follow_the_released_code()
    {
        Assert.Equal(12, ClipSampling.StartSeek(new(10, 31), 16, SeekRule.Early, new Random(1)));
        Assert.Equal(0, ClipSampling.StartSeek(new(2, 7), 16, SeekRule.Early, new Random(1)));
        Assert.Equal(2, ClipSampling.StartSeek(new(2, 7), 16, SeekRule.Fixed, new Random(1)));
        Assert.Throws<ArgumentException>(() => ClipSampling.StartSeek(new(2.5, 7), 16, SeekRule.Fixed, new Random(1)));
    }

    [Fact]
    public void Captions_without_a_known_word_are_drawn_again_and_in_the_end_replaced()
    {
        Clip[] captions = [new("v", new(0, 1), "hmm"), new("v", new(2, 3), "crack the egg"), new("v", new(4, 5), "")];
        var random = new Random(3);
        Assert.All(Enumerable.Range(0, 50), _ => Assert.Equal("crack the egg", ClipSampling.DrawCaption(captions, text => text.Contains("egg", StringComparison.Ordinal), random).Text));
        var asked = 0;
        var none = ClipSampling.DrawCaption(captions, _ => { asked++; return false; }, random);
        Assert.Equal((100, "None"), (asked, none.Text));
        Assert.Contains(none.Segment, captions.Select(caption => caption.Segment));
        Assert.Throws<ArgumentException>(() => ClipSampling.DrawCaption([], _ => true, random));
    }
}
