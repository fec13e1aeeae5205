using Workbench.Models.Moments;
using Workbench.Training.Moments;

namespace Workbench.Tests.Training.Moments;

public class ClipSamplerTests
{
    [Fact]
    public void Rows_are_normalised_and_then_averaged_between_places_rounded_half_to_even()
    {
        // 5 rows to 2 clips: places 0, 2.5 -> 2, 5 -> 4 (the last row), so rows 0-1 and 2-3.
        float[] rows = [2, 0, 0, 3, 5, 0, 0, 1, 7, 0];
        (float[] values, int count) = ClipSampler.Sample(rows, 2, 2, VideoSampling.Average);
        Assert.Equal(2, count);
        Assert.Equal([0.5f, 0.5f, 0.5f, 0.5f], values);
    }

    [Fact]
    public void A_short_video_is_stretched_by_repeating_rows()
    {
        (float[] values, _) = ClipSampler.Sample([1, 0, 0, 1], 2, 4, VideoSampling.Average);
        // Places 0, 0.5 -> 0, 1, 1.5 -> 2 cut to 1: rows 0, 0, 1, 1.
        Assert.Equal([1, 0, 1, 0, 0, 1, 0, 1], values);
    }

    [Fact]
    public void Strided_clips_are_as_they_are_and_a_short_video_ends_before_the_clips_do()
    {
        (float[] few, int kept) = ClipSampler.Sample([4, 5], 1, 3, VideoSampling.Strided);
        Assert.Equal((2, 4f, 5f, 0f), (kept, few[0], few[1], few[2]));
        float[] rows = [.. Enumerable.Range(0, 10).Select(i => (float)i)];
        // Stride 2.5: places 0, 2.5, 5, 7.5, rounded half to even.
        Assert.Equal([0, 2, 5, 8], ClipSampler.Sample(rows, 1, 4, VideoSampling.Strided).Values);
        var firsts = Enumerable.Range(0, 50).Select(seed => ClipSampler.Sample(rows, 1, 4, VideoSampling.Strided, new Random(seed)).Values[0]).ToHashSet();
        // A start of 2 is allowed by stride − 0.5 = 2.0, but the released code takes 1 off where that is whole.
        Assert.Equal([0, 1], firsts.Order());
        Assert.Throws<ArgumentException>(() => ClipSampler.Sample([1, 2, 3], 2, 4, VideoSampling.Strided));
    }

    [Fact]
    public void The_grid_of_a_moment_is_worked_by_hand()
    {
        Span<float> inside = new float[8];
        MomentGrid.Inside(inside, 0.25, 0.5, 8);
        Assert.Equal([0, 0, 1, 1, 1, 0, 0, 0], inside.ToArray());
        MomentGrid.Inside(inside, 0.9, 1, 4); // The video has 4 clips: from the last one, and not beyond it.
        Assert.Equal([0, 0, 0, 1, 0, 0, 0, 0], inside.ToArray());
        Span<float> overlap = new float[4];
        MomentGrid.Overlap(overlap, 2, 0.25, 0.75);
        Assert.Equal([1 / 3f, 0.5f, 0, 1 / 3f], overlap.ToArray());
    }
}
