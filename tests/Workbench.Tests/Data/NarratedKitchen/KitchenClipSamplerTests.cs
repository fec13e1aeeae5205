using Workbench.Data.NarratedKitchen;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Tests.Data.NarratedKitchen;

public sealed class KitchenClipSamplerTests
{
    private static readonly KitchenClipOptions s_options = new() { Frames = 8, Size = 0.25, Candidates = 4 };
    private readonly KitchenClipSampler _sampler = new(3, s_options);

    [Fact]
    public void A_clip_depends_on_the_seed_and_its_number_alone()
    {
        KitchenClip clip = _sampler.Narrated(5), again = new KitchenClipSampler(3, s_options).Narrated(5), other = new KitchenClipSampler(4, s_options).Narrated(5);
        Assert.Equal(clip.Rgb, again.Rgb);
        Assert.Equal(clip.Captions, again.Captions);
        Assert.NotEqual(clip.Rgb, other.Rgb);
        Assert.NotEqual(clip.Rgb, _sampler.Narrated(6).Rgb);
        Assert.Equal((80, 60, 8, 80 * 60 * 3 * 8), (clip.Width, clip.Height, clip.Frames, clip.Rgb.Length));
        Assert.Equal(4, clip.Captions.Count);
    }

    [Fact]
    public void Things_move_within_a_labelled_clip_and_its_action_is_of_its_video()
    {
        foreach (int index in Enumerable.Range(0, 5))
        {
            KitchenClip clip = _sampler.Labelled(index);
            Assert.Contains(clip.Action, clip.Pool);
            Assert.InRange(clip.Contact!.Value.X, 0, clip.Width);
            Assert.InRange(clip.Contact!.Value.Y, 0, clip.Height);
            int size = clip.Rgb.Length / 8;
            Assert.Contains(Enumerable.Range(1, 7), t => !clip.Rgb.AsSpan(t * size, size).SequenceEqual(clip.Rgb.AsSpan(0, size)));
        }
    }

    [Fact]
    public void Most_clips_have_a_candidate_that_names_an_action_of_the_video()
    {
        KitchenClip[] clips = [.. Enumerable.Range(0, 40).Select(i => _sampler.Narrated(i))];
        Assert.InRange(clips.Count(c => c.Captions.Any(s => c.Pool.Any(p => s.Contains(p.Split(' ')[1], StringComparison.Ordinal)))), 30, 40);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 2)]
    [InlineData(6, 3)]
    public void Candidates_are_the_neighbours_that_keep_the_stretch_short(int said, int first)
    {
        // Captions of 1 s; pauses of 9, 9, 1, 1, 5 and 5 s between them.
        double[] starts = [0, 10, 20, 22, 24, 30, 36];
        Utterance[] captions = [.. starts.Select(s => new Utterance(s, s + 1, "", "", null))];
        Assert.Equal(first, KitchenClipSampler.FirstCandidate(captions, said, 4));
    }

    [Fact]
    public void Options_that_leave_nothing_to_draw_are_refused() =>
        Assert.Throws<ArgumentException>(() => new KitchenClipSampler(1, s_options with { Frames = 0 }));
}
