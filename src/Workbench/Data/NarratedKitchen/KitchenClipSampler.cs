using Workbench.Data.NarratedKitchen.Annotation;
using Workbench.Data.NarratedKitchen.Drawing;
using Workbench.Data.NarratedKitchen.Rendering;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Data.NarratedKitchen;

/// <summary>
/// An endless source of narrated clips, each of a video of its own that is never written: clip i depends on the seed and on i alone.
/// May be used by several threads.
/// </summary>
/// <remarks>How a clip and its candidates are drawn follows MIL-NCE's training loader (antoine77340/MIL-NCE_HowTo100M, video_loader.py).</remarks>
public sealed class KitchenClipSampler
{
    /// <summary>The seed space of clips; videos and stills use others.</summary>
    private const ulong Space = 0x434C495053;

    private readonly KitchenClipOptions _options;
    private readonly ulong _seed;
    private readonly int _width, _height;

    public KitchenClipSampler(long seed, KitchenClipOptions? options = null)
    {
        _options = options ?? new KitchenClipOptions();
        _seed = unchecked((ulong)seed);
        _options.Videos.Check();
        if (_options.Frames < 1 || _options.Candidates < 1 || !(_options.Fps > 0) || _options.Size is not (> 0 and <= 4))
            throw new ArgumentException($"At least one frame, one candidate, a positive rate and a size in (0, 4] are expected; got {_options.Frames}, {_options.Candidates}, {_options.Fps} and {_options.Size}.", nameof(options));
        (_width, _height) = ((int)Math.Ceiling(Scene.Width * _options.Size), (int)Math.Ceiling(Scene.Height * _options.Size));
    }

    /// <summary>A clip around a caption, with the candidates nearest to it.</summary>
    public KitchenClip Narrated(long index)
    {
        (VideoScript script, StableRandom random) = Script(index, s => s.Utterances.Count >= _options.Candidates);
        int said = random.Below(script.Utterances.Count), first = FirstCandidate(script.Utterances, said, _options.Candidates);
        (double start, double end) = (script.Utterances[said].Start, script.Utterances[said].End);
        double missing = _options.MinimumSeconds - (end - start), length = _options.Frames / _options.Fps;
        if (missing > 0)
            start = Math.Max(0, start - missing / 2);
        start = random.Range(start, Math.Max(start, Math.Max(end, start + _options.MinimumSeconds) - length));
        return new KitchenClip(Render(script, start), _width, _height, _options.Frames, [.. script.Utterances.Skip(first).Take(_options.Candidates).Select(u => u.Heard)], null, Pool(script), null);
    }

    /// <summary>A clip centred on a second that shows an action, with its label; of another video than every <see cref="Narrated"/> one.</summary>
    public KitchenClip Labelled(long index)
    {
        (VideoScript script, StableRandom random) = Script(~index, s => Shown(s).Length > 0);
        int second = random.Pick(Shown(script));
        Point contact = TruthBuilder.Contact(script, second)!.Value;
        double toFrame = _width / (double)TruthBuilder.Width;
        return new KitchenClip(
            Render(script, second + 0.5 - _options.Frames / _options.Fps / 2), _width, _height, _options.Frames, [],
            script.Takes[script.ShotAt(second + 0.5).Take!.Value].Action.Label, Pool(script), new Point(contact.X * toFrame, contact.Y * toFrame));
    }

    /// <summary>What is said in the video of a clip.</summary>
    public IEnumerable<string> Narration(long index) => Script(index, s => s.Utterances.Count >= _options.Candidates).Script.Utterances.Select(u => u.Heard);

    /// <summary>The first of the <paramref name="count"/> successive captions around one: on each side the nearer neighbour joins first.</summary>
    internal static int FirstCandidate(IReadOnlyList<Utterance> captions, int said, int count)
    {
        int first = said, last = said;
        while (last - first + 1 < count)
        {
            if (first == 0)
                return 0;
            if (last == captions.Count - 1)
                return captions.Count - count;
            if (captions[last].End - captions[first - 1].Start < captions[last + 1].End - captions[first].Start)
                first--;
            else
                last++;
        }

        return first;
    }

    private static int[] Shown(VideoScript script) =>
        [.. Enumerable.Range(0, script.Seconds).Where(s => script.ShotAt(s + 0.5) is { State: SecondState.Action, Take: not null })];

    private static string[] Pool(VideoScript script) => [.. script.Takes.Select(t => t.Action.Label).Distinct(StringComparer.Ordinal)];

    /// <summary>The first video of the index's own row of videos that will do.</summary>
    private (VideoScript Script, StableRandom Random) Script(long index, Func<VideoScript, bool> fits)
    {
        for (ulong attempt = 0; ; attempt++)
        {
            ulong seed = StableRandom.Combine(Space, _seed, unchecked((ulong)index), attempt);
            VideoScript script = ScriptWriter.Write(_options.Videos with { Seed = unchecked((long)seed) }, KitchenSplit.Train, 0, PaletteFamily.Stills);
            if (fits(script))
                return (script, new StableRandom(StableRandom.Combine(seed, 1)));
            if (attempt == 1000)
                throw new ArgumentException($"None of {attempt} videos of these options has {_options.Candidates} captions and a visible action.");
        }
    }

    /// <summary>Frames from a start on; before the first and behind the last frame of the video, that frame.</summary>
    private byte[] Render(VideoScript script, double start)
    {
        // Whole milliseconds, so that any rate is as good as another.
        const int ticks = 1000;
        using var renderer = new VideoRenderer(script, ticks, _options.Size);
        var rgb = new byte[_options.Frames * _width * _height * 3];
        int size = rgb.Length / _options.Frames;
        for (int k = 0; k < _options.Frames; k++)
        {
            int at = (int)Math.Round((start + (k + 0.5) / _options.Fps) * ticks);
            renderer.Render(Math.Clamp(at, 0, renderer.FrameCount - 1)).Span.CopyTo(rgb.AsSpan(k * size));
        }

        return rgb;
    }
}
