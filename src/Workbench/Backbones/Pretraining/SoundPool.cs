using TorchSharp;
using Workbench.Data.NarratedKitchen;
using static TorchSharp.torch;

namespace Workbench.Backbones.Pretraining;

/// <summary>Sound tracks in memory, as spectrograms, and the windows that training cuts from them. The windows of a step depend on the recipe and the step alone.</summary>
internal sealed class SoundPool
{
    /// <summary>A sentence counts as said in a window if this much of it is, in seconds.</summary>
    private const double LeastSpoken = 0.4;

    private readonly DavenetRecipe _recipe;
    private readonly SoundTrack[] _tracks;
    private readonly double _framesPerSecond;

    /// <summary>Makes all tracks: speech, action sounds, spectrograms.</summary>
    /// <exception cref="PlatformNotSupportedException">The recipe wants speech and flite is not installed.</exception>
    public SoundPool(DavenetRecipe recipe, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        _recipe = recipe;
        _framesPerSecond = (double)recipe.LogMel.SampleRate / recipe.LogMel.Hop;
        _tracks = new SoundTrack[recipe.Tracks];
        var sampler = new KitchenSoundSampler(recipe.Seed, recipe.Videos);
        int done = 0;
        Parallel.For(0, recipe.Tracks, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, i =>
        {
            KitchenSound sound = sampler.Track(i);
            using Tensor logMel_MF = LogMel.Compute(sound.Samples, recipe.LogMel with { Frames = null });
            _tracks[i] = new SoundTrack(logMel_MF.data<float>().ToArray(), (int)logMel_MF.shape[1], sound.Sentences, sound.Sounding);
            lock (_tracks)
                progress?.Report(new ProgressReport("Speaking sound tracks", ++done, recipe.Tracks));
        });
        if (_tracks.All(t => t.Sentences.Count == 0 && t.Sounding.All(s => s is null)))
            throw new ArgumentException("In none of the tracks anything is said or done.");
    }

    /// <summary>The windows of a step.</summary>
    public SoundBatch At(int step)
    {
        int size = _recipe.Model.Bands * _recipe.Frames;
        var values = new float[_recipe.Batch * size];
        var texts = new string[_recipe.Batch][];
        for (int i = 0; i < _recipe.Batch; i++)
        {
            var random = new StableRandom(StableRandom.Combine(0x57494E444F5753, (ulong)_recipe.Seed, (ulong)step, (ulong)i));
            (SoundTrack track, double middle) = Pick(random);
            int first = FirstFrame(track.Frames, middle + random.Range(-1, 1), _recipe.Frames, _framesPerSecond);
            Cut(track, first, _recipe.Frames, values.AsSpan(i * size, size));
            texts[i] = Texts(track, first / _framesPerSecond, (first + _recipe.Frames) / _framesPerSecond);
        }

        return new SoundBatch(values, texts);
    }

    /// <summary>The first frame of a window about a second, wholly inside its track.</summary>
    public static int FirstFrame(int trackFrames, double middle, int frames, double framesPerSecond) =>
        Math.Clamp((int)(middle * framesPerSecond) - frames / 2, 0, trackFrames - frames);

    /// <summary>Copies a window out of a spectrogram.</summary>
    private static void Cut(SoundTrack track, int first, int frames, Span<float> window_MF)
    {
        for (int band = 0; band < track.LogMel_MF.Length / track.Frames; band++)
            track.LogMel_MF.AsSpan(band * track.Frames + first, frames).CopyTo(window_MF[(band * frames)..]);
    }

    /// <summary>
    /// The sentence of which most is said from one second to another, and the label of the action that is heard longest there; where one of them is
    /// missing, the other twice.
    /// </summary>
    internal static string[] Texts(SoundTrack track, double from, double to)
    {
        string? said = track.Sentences.Select(s => (s.Text, Shared: Math.Min(s.End, to) - Math.Max(s.Start, from)))
            .Where(s => s.Shared >= LeastSpoken).OrderByDescending(s => s.Shared).Select(s => s.Text).FirstOrDefault();
        string? done = Enumerable.Range(0, track.Sounding.Count).Where(s => s + 0.5 >= from && s + 0.5 <= to && track.Sounding[s] is not null)
            .GroupBy(s => track.Sounding[s]!, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault();
        return [said ?? done ?? "", done ?? said ?? ""];
    }

    /// <summary>A track and a second of it at which something is said or done.</summary>
    private (SoundTrack Track, double Middle) Pick(StableRandom random)
    {
        while (true)
        {
            SoundTrack track = random.Pick(_tracks);
            int[] seconds = [.. Enumerable.Range(0, track.Sounding.Count).Where(s => track.Sounding[s] is not null)];
            bool spoken = random.Chance(_recipe.SpokenShare) || seconds.Length == 0;
            if (!spoken || (track.Sentences.Count == 0 && seconds.Length > 0))
                return (track, random.Pick(seconds) + 0.5);
            if (track.Sentences.Count > 0 && random.Pick(track.Sentences) is var sentence)
                return (track, (sentence.Start + sentence.End) / 2);
        }
    }
}
