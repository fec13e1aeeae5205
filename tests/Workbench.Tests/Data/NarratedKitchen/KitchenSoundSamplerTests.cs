using Workbench.Data.NarratedKitchen;
using Workbench.Data.NarratedKitchen.Rendering;

namespace Workbench.Tests.Data.NarratedKitchen;

public sealed class KitchenSoundSamplerTests
{
    private static readonly KitchenOptions s_short = new() { TrainSeconds = (12, 16), Speech = false };

    [Fact]
    public void A_track_depends_on_the_seed_and_its_number_alone()
    {
        KitchenSound track = new KitchenSoundSampler(3, s_short).Track(5), again = new KitchenSoundSampler(3, s_short with { Seed = 9 }).Track(5);
        Assert.Equal(track.Samples, again.Samples);
        Assert.Equal(track.Sentences, again.Sentences);
        Assert.NotEqual(track.Samples, new KitchenSoundSampler(4, s_short).Track(5).Samples);
        Assert.NotEqual(track.Samples, new KitchenSoundSampler(3, s_short).Track(6).Samples);
        Assert.Equal(track.Sounding.Count * 16_000, track.Samples.Length);
        Assert.All(track.Samples, s => Assert.InRange(s, -1, 1));
        Assert.Equal(new KitchenSoundSampler(3, s_short).Narration(5), track.Sentences);
    }

    [Fact]
    public void Seconds_with_an_action_are_louder_than_those_with_nothing()
    {
        var sampler = new KitchenSoundSampler(1, s_short);
        KitchenSound[] tracks = [.. Enumerable.Range(0, 30).Select(i => sampler.Track(i))];
        double[] sounding = [.. Loud(heard: true)], silent = [.. Loud(heard: false)];
        Assert.True(sounding.Length > 10 && silent.Length > 10);
        Assert.True(sounding.Average() > 5 * silent.Max());
        Assert.All(tracks.SelectMany(t => t.Sounding).OfType<string>(), a => Assert.Contains(a, KitchenAction.All.Select(k => k.Label)));
        Assert.All(new KitchenSoundSampler(1, s_short with { ActionSounds = false }).Track(0).Sounding, Assert.Null);

        IEnumerable<double> Loud(bool heard) =>
            from track in tracks
            from second in Enumerable.Range(0, track.Sounding.Count)
            where track.Sounding[second] is not null == heard && track.Sentences.All(s => s.End < second || s.Start > second + 1)
            let power = track.Samples.Skip(second * 16_000).Take(16_000).Average(v => (double)v * v)
            select Math.Sqrt(power);
    }

    [Fact]
    public void Without_a_speaker_speech_is_refused_by_the_name_of_what_lacks()
    {
        string message = Assert.Throws<PlatformNotSupportedException>(() => new KitchenSoundSampler(1, new KitchenOptions(), new SpeechSynthesizer(speech: false))).Message;
        Assert.Contains("apt install flite", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new KitchenSoundSampler(1, s_short with { TrainSeconds = (9, 5) }));
    }
}
