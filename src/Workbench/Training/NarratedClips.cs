using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Training;

// Shapes: B clips, U candidate frames, N regions a frame, D feature width.

/// <summary>
/// Narrated clips as frozen features. Which clips make up a step depends on the recipe's seed and the step's number alone, so a run
/// that was killed draws the same batches when it goes on. Random crops and flips of the released loader need pixels and do not apply.
/// </summary>
public sealed class NarratedClips
{
    private readonly FeatureStore store;
    private readonly FeatureStore? audio;
    private readonly Recipe recipe;
    private readonly Clip[][] clipsOfVideo;
    private readonly (int Video, int Clip)[] every;
    private readonly Dictionary<string, long[]> shapes = new(StringComparer.Ordinal);

    /// <param name="store">The frames' features.</param>
    /// <param name="captions">The narrations of each video.</param>
    /// <param name="recipe">Seed, batch, frames.</param>
    /// <param name="audio">The sound's features, where the recipe trains with sound.</param>
    /// <exception cref="ArgumentException">Fewer clips than a batch needs, or no features of sound where the recipe wants them, or of another width or encoder.</exception>
    public NarratedClips(FeatureStore store, IReadOnlyDictionary<string, IReadOnlyList<Clip>> captions, Recipe recipe, FeatureStore? audio = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(captions);
        ArgumentNullException.ThrowIfNull(recipe);
        (this.store, this.recipe, this.audio) = (store, recipe, recipe.Audio is null ? null : audio);
        if (recipe.Audio is { } sound && audio?.Info.Backbone != sound.Encoder)
            throw new ArgumentException($"Recipe '{recipe.Name}' trains with sound encoded by '{sound.Encoder}'; {(audio is null ? "no features of sound" : $"those of '{audio.Info.Backbone}'")} were given.", nameof(audio));
        clipsOfVideo = [.. captions.Where(v => v.Value.Count > 0 && store.Contains(v.Key) && this.audio?.Contains(v.Key) != false).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => v.Value.ToArray())];
        every = [.. clipsOfVideo.SelectMany((clips, video) => clips.Select((_, clip) => (video, clip)))];
        int entries = recipe.EpochRule == EpochRule.EveryCaption ? every.Length : clipsOfVideo.Length;
        StepsPerEpoch = entries / recipe.BatchSize;
        if (StepsPerEpoch == 0)
            throw new ArgumentException($"A batch of {recipe.BatchSize} needs as many narrated clips; the store and the captions share {entries} ({recipe.EpochRule}).");
    }

    /// <summary>Full batches of one epoch; the rest is dropped, as in the released code.</summary>
    public int StepsPerEpoch { get; }

    /// <summary>All captions of videos that have features.</summary>
    public int Count => every.Length;

    public int Videos => clipsOfVideo.Length;

    public IEnumerable<string> VideoIds => clipsOfVideo.Select(c => c[0].Video);

    /// <summary>Every different narration.</summary>
    public IEnumerable<string> Sentences => clipsOfVideo.SelectMany(c => c).Select(c => c.Text).Distinct(StringComparer.Ordinal);

    /// <summary>The clips of a step.</summary>
    public Clip[] ClipsOf(int step)
    {
        int epoch = step / StepsPerEpoch, first = step % StepsPerEpoch * recipe.BatchSize;
        int[] order = [.. Enumerable.Range(0, recipe.EpochRule == EpochRule.EveryCaption ? every.Length : clipsOfVideo.Length)];
        Seeds.Generator(recipe.Seed, 1, epoch).Shuffle(order);
        return [.. order.AsSpan(first, recipe.BatchSize).ToArray().Select(entry =>
        {
            (int video, int clip) = recipe.EpochRule == EpochRule.EveryCaption
                ? every[entry]
                : (entry, Seeds.Generator(recipe.Seed, 2, epoch, entry).Next(clipsOfVideo[entry].Length));
            return clipsOfVideo[video][clip];
        })];
    }

    /// <summary>The seconds that a step's clips are seen at: U from a start drawn inside the caption (systems.md 1.10), fewer at the video's end.</summary>
    public IReadOnlyList<ClipWindow> WindowsOf(int step) => [.. WindowsOf(step, ClipsOf(step))];

    private IEnumerable<ClipWindow> WindowsOf(int step, Clip[] clips) => clips.Select((clip, i) =>
    {
        int length = (int)Shape(clip.Video, "global")[0];
        Segment span = ClipSampling.Truncate(ClipSampling.Extend(clip.Segment, recipe.MinimumSeconds));
        int start = ClipSampling.StartSeek(span, recipe.CandidateFrames, recipe.Seek, Seeds.Generator(recipe.Seed, 3, step, i));
        int first = Math.Clamp(start, 0, Math.Max(0, length - 1));
        return new ClipWindow(clip, first, Math.Min(recipe.CandidateFrames, length - first), length);
    });

    /// <summary>The features of a step's clips: U frames from a start drawn inside the caption (systems.md 1.10), zeros past the video's end.</summary>
    public ClipFeatures Read(int step)
    {
        Clip[] clips = ClipsOf(step);
        ClipWindow[] windows = [.. WindowsOf(step, clips)];
        int frames = recipe.CandidateFrames;
        long[] local = Shape(clips[0].Video, "local");
        long regions = local[1], width = local[2], globalWidth = Shape(clips[0].Video, "global")[1];
        var frames_BUD = new float[clips.Length * frames * globalWidth];
        var regions_BUND = new float[clips.Length * frames * regions * width];
        foreach ((int i, (Clip clip, int first, int count, _)) in windows.Index())
        {
            Copy(clip.Video, "global", first, count, frames_BUD.AsSpan((int)(i * frames * globalWidth)));
            Copy(clip.Video, "local", first, count, regions_BUND.AsSpan((int)(i * frames * regions * width)));
        }
        return new ClipFeatures(clips, frames_BUD, [clips.Length, frames, globalWidth], regions_BUND, [clips.Length, frames, regions, width]) { Audio = ReadAudio(windows) };
    }

    /// <summary>The seconds of sound that belong to the frames; zeros past the track's end.</summary>
    private FeatureArray? ReadAudio(ClipWindow[] windows)
    {
        if (audio is null)
            return null;
        long width = recipe.Audio!.Model.Width;
        int frames = recipe.CandidateFrames;
        var audio_BAD = new float[windows.Length * frames * width];
        foreach ((int i, (Clip clip, int first, int count, _)) in windows.Index())
        {
            long[] shape = Shape(clip.Video, "audio", audio);
            if (shape[1] != width)
                throw new ArgumentException($"Recipe '{recipe.Name}' takes sound of width {width}; that of video '{clip.Video}' has {shape[1]}.");
            int there = (int)Math.Clamp(shape[0] - first, 0, count);
            if (there > 0)
                audio.Read(clip.Video, "audio", first, there).Values.CopyTo(audio_BAD.AsSpan((int)(i * frames * width)));
        }

        return new FeatureArray(audio_BAD, [windows.Length, frames, width]);
    }

    /// <summary>The batch on a device, in the caller's dispose scope.</summary>
    public static TrainingBatch ToBatch(ClipFeatures features, TextBank texts, Device device)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(texts);
        TextFeatures text = texts.Encode([.. features.Clips.Select(c => c.Text)]);
        return new TrainingBatch(
            tensor(features.Frames, features.FramesShape, device: device), tensor(features.Regions, features.RegionsShape, device: device),
            text.Global_BD.to(device), text.Words_BKD.to(device), text.Mask_BK.to(device))
        {
            Backbone = texts.Backbone,
            Audio_BAD = features.Audio is { } audio ? tensor(audio.Values, audio.Shape, device: device) : null,
        };
    }

    private void Copy(string video, string name, long first, long count, Span<float> target) =>
        store.Read(video, name, first, count).Values.CopyTo(target);

    private long[] Shape(string video, string name, FeatureStore? from = null)
    {
        string key = $"{name}/{video}";
        lock (shapes)
            return shapes.TryGetValue(key, out long[]? shape) ? shape : shapes[key] = (from ?? store).Shapes(video)[name];
    }
}
