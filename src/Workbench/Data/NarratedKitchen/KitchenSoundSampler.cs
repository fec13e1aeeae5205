using Workbench.Data.NarratedKitchen.Drawing;
using Workbench.Data.NarratedKitchen.Rendering;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Data.NarratedKitchen;

/// <summary>
/// An endless source of sound tracks, each of a video of its own of which no picture is drawn: track i depends on the seed and on i alone. May be used by
/// several threads. A sentence is spoken once for each of the voices, and kept.
/// </summary>
public sealed class KitchenSoundSampler
{
    /// <summary>Samples a second of every track.</summary>
    public const int Rate = SpeechSynthesizer.Rate;

    /// <summary>The seed space of sound tracks; videos, clips and stills use others.</summary>
    private const ulong Space = 0x545241434B53;

    private readonly KitchenOptions _videos;
    private readonly ulong _seed;
    private readonly SpeechSynthesizer _speech;

    /// <param name="seed">Of all tracks.</param>
    /// <param name="videos">How the videos are made; its own seed does not count. Null: as the benchmark's.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="PlatformNotSupportedException">The options want speech and flite is not installed.</exception>
    public KitchenSoundSampler(long seed, KitchenOptions? videos = null)
        : this(seed, videos ?? new KitchenOptions(), new SpeechSynthesizer((videos ?? new KitchenOptions()).Speech))
    {
    }

    internal KitchenSoundSampler(long seed, KitchenOptions videos, SpeechSynthesizer speech)
    {
        (_videos, _seed, _speech) = (videos, unchecked((ulong)seed), speech);
        videos.Check();
        if (videos.Speech && !speech.Speaks)
            throw new PlatformNotSupportedException("The narrations of sound tracks are spoken by flite, which is not installed. On Debian: apt install flite");
    }

    /// <summary>A video's sound.</summary>
    public KitchenSound Track(long index)
    {
        VideoScript script = Script(index);
        short[] samples = Soundtrack.Mix(script, _speech, _videos.ActionSounds);
        return new KitchenSound([.. samples.Select(s => s / (float)(1 << 15))], Rate, Heard(script), [.. Enumerable.Range(0, script.Seconds).Select(Sounding)]);

        string? Sounding(int second) =>
            _videos.ActionSounds && script.ShotAt(second + 0.5) is { State: SecondState.Action, Take: { } take } ? script.Takes[take].Action.Label : null;
    }

    /// <summary>What is said in a video, without anyone saying it.</summary>
    public IReadOnlyList<HeardSentence> Narration(long index) => Heard(Script(index));

    private static HeardSentence[] Heard(VideoScript script) => [.. script.Utterances.Select(u => new HeardSentence(u.Start, u.End, u.Heard))];

    private VideoScript Script(long index) =>
        ScriptWriter.Write(_videos with { Seed = unchecked((long)StableRandom.Combine(Space, _seed, (ulong)index)) }, KitchenSplit.Train, 0, PaletteFamily.Stills);
}
