using Workbench.Backbones;

namespace Workbench.Tests.Backbones;

public sealed class FeatureWindowTests
{
    private static readonly FeatureWindow s_centred = new(16, 5, WindowPlacement.Centred, 2), s_successive = new(16, 5, WindowPlacement.Successive, 2);

    [Fact]
    public void A_centred_clip_has_half_its_frames_before_the_middle_of_the_second()
    {
        // Second 10 has frames 50 to 54, its middle lies in frame 52: 8 before it or about it.
        Assert.Equal(44, s_centred.Start(10));
        Assert.Equal(-6, s_centred.Start(0));
        Assert.Equal((0, 84), (s_centred.Start(0, 100), s_centred.Start(19, 100)));
    }

    [Fact]
    public void Successive_clips_of_sixteen_frames_serve_three_or_four_seconds_each()
    {
        Assert.Equal([0, 0, 0, 16, 16, 16, 32, 32, 32, 32, 48], Enumerable.Range(0, 11).Select(r => s_successive.Start(r)));
        Assert.Equal([0, 0, 1, 0, 0, 1, 0, 0, 1, 1, 0], Enumerable.Range(0, 11).Select(r => s_successive.Step(r, s_successive.Start(r))));
    }

    [Theory]
    [InlineData(300, 60)]
    [InlineData(302, 60)]
    [InlineData(303, 61)]
    [InlineData(1, 1)]
    public void A_video_has_as_many_rows_as_seconds(long frames, long rows) => Assert.Equal(rows, s_centred.Rows(frames));

    [Theory]
    [InlineData(WindowPlacement.Centred, 103, 7)]
    [InlineData(WindowPlacement.Centred, 16, 1)]
    [InlineData(WindowPlacement.Centred, 5, 3)]
    [InlineData(WindowPlacement.Successive, 103, 7)]
    [InlineData(WindowPlacement.Successive, 200, 64)]
    public void A_stream_is_cut_as_the_whole_video_is(WindowPlacement placement, int frames, int chunk)
    {
        var window = new FeatureWindow(16, 5, placement, 2);
        var cutter = new ClipCutter(window, 1);
        byte[] video = [.. Enumerable.Range(1, frames).Select(i => (byte)i)];
        var rows = new List<(byte[] Clip, int Step)>();
        byte[] last = [];
        foreach (byte[] part in video.Chunk(chunk))
        {
            cutter.Add(part, part.Length);
            while (cutter.Clips >= 2)
                Take(2);
        }

        cutter.Finish();
        while (cutter.HasRows)
            Take(2);
        Assert.Equal(window.Rows(frames), rows.Count);
        for (int row = 0; row < rows.Count; row++)
        {
            long start = window.Start(row, frames);
            byte[] expected = [.. Enumerable.Range(0, 16).Select(k => start + k < frames ? video[start + k] : (byte)0)];
            Assert.Equal(expected, rows[row].Clip);
            Assert.Equal(window.Step(row, start), rows[row].Step);
        }

        void Take(int most)
        {
            (byte[] rgb, int count, IReadOnlyList<(int Clip, int Step)> taken) = cutter.Take(most);
            rows.AddRange(taken.Select(r => (r.Clip < 0 ? last : rgb[(r.Clip * 16)..(r.Clip * 16 + 16)], r.Step)));
            if (count > 0)
                last = rgb[^16..];
        }
    }
}
