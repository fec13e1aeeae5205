using Workbench.Data;
using Workbench.Models.Moments;
using static TorchSharp.torch;

namespace Workbench.Training.Moments;

// Shapes: B sentences, C sampled clips, V feature width, K words, E word width, N clips of the map, T clips.

/// <summary>
/// Sentences with their videos' frozen features as batches. Which sentences make up a step, and which part of a video is shown, depends on the recipe's seed and the step's
/// number alone, so that a run that was killed draws the same batches when it goes on.
/// </summary>
public sealed class MomentClips
{
    private readonly FeatureStore store;
    private readonly MomentRecipe recipe;
    private readonly WordVectors words;
    private readonly MomentVocabulary vocabulary;
    private readonly MomentQuery[] queries;
    private readonly Dictionary<string, long> videos;

    /// <param name="store">Features of the videos.</param>
    /// <param name="queries">The sentences; those whose video has no features are left out.</param>
    /// <param name="recipe">Batches, windows, model.</param>
    /// <param name="words">Word vectors; a word without one is zeros (2D-TAN's released loaders).</param>
    /// <param name="vocabulary">Of the training sentences.</param>
    /// <param name="array">Name of the features in the store.</param>
    /// <exception cref="ArgumentException">No sentence has features.</exception>
    public MomentClips(FeatureStore store, IEnumerable<MomentQuery> queries, MomentRecipe recipe, WordVectors words, MomentVocabulary vocabulary, string array = "global")
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(queries);
        (this.store, this.recipe, this.words, this.vocabulary, Array) = (store, recipe, words, vocabulary, array);
        this.queries = [.. queries.Where(q => store.Contains(q.Video))];
        if (this.queries.Length == 0)
            throw new ArgumentException("None of the sentences is about a video that has features.", nameof(queries));
        videos = this.queries.Select(q => q.Video).Distinct(StringComparer.Ordinal).Index().ToDictionary(v => v.Item, v => (long)v.Index, StringComparer.Ordinal);
        Width = (int)store.Shapes(this.queries[0].Video)[array][1];
    }

    /// <summary>Name of the features in the store.</summary>
    public string Array { get; }

    /// <summary>V.</summary>
    public int Width { get; }

    /// <summary>Sentences.</summary>
    public int Count => queries.Length;

    /// <summary>Full batches of an epoch; the rest is dropped.</summary>
    public int StepsPerEpoch => queries.Length / recipe.BatchSize;

    /// <summary>The sentences of a training step, each with the part of its video that is shown.</summary>
    public MomentSample[] SamplesOf(int step)
    {
        int epoch = step / StepsPerEpoch, first = step % StepsPerEpoch * recipe.BatchSize;
        int[] order = [.. Enumerable.Range(0, queries.Length)];
        Seeds.Generator(recipe.Seed, 11, epoch).Shuffle(order);
        return [.. order.AsSpan(first, recipe.BatchSize).ToArray().Select(i => MomentSample.Part(queries[i], recipe.WindowSeconds, Seeds.Generator(recipe.Seed, 12, epoch, i)))];
    }

    /// <summary>The sentences in order, each with the part that is shown in evaluation: always the same, whatever the seed.</summary>
    public MomentSample[] Test() => [.. queries.Select((query, i) => MomentSample.Part(query, recipe.WindowSeconds, Seeds.Generator(13, i)))];

    /// <summary>A training step's features, before they become tensors.</summary>
    public MomentFeatures Read(int step, MomentModel model) => Read(SamplesOf(step), model, Seeds.Generator(recipe.Seed, 14, step));

    /// <summary>The features of samples.</summary>
    /// <param name="samples">What is asked.</param>
    /// <param name="model">Who wants them.</param>
    /// <param name="random">For strided sampling in training.</param>
    public MomentFeatures Read(IReadOnlyList<MomentSample> samples, MomentModel model, Random? random = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(model);
        int clips = model.SampledClips;
        var video_BCV = new float[samples.Count * clips * Width];
        var count_B = new int[samples.Count];
        for (int i = 0; i < samples.Count; i++)
        {
            (int first, int rows) = RowsOf(samples[i]);
            (float[] values, count_B[i]) = ClipSampler.Sample(store.Read(samples[i].Query.Video, Array, first, rows).Values, Width, clips, model.Sampling, random);
            values.CopyTo(video_BCV, i * clips * Width);
        }

        string[][] sentences = [.. samples.Select(s => Cut(s.Query.Sentence))];
        return new MomentFeatures([.. samples], video_BCV, count_B, sentences);
    }

    /// <summary>The batch on a device, in the caller's dispose scope.</summary>
    public MomentBatch ToBatch(MomentFeatures features, MomentModel model, Device device)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(model);
        int batch = features.Samples.Count, longest = features.Words.Max(s => s.Length);
        var vectors = new float[batch * longest * words.Width];
        var ids = new long[batch * longest];
        var isWord = new bool[batch * longest];
        var isClip = new bool[batch * model.SampledClips];
        for (int i = 0; i < batch; i++)
        {
            for (int k = 0; k < features.Words[i].Length; k++)
            {
                int at = (i * longest) + k;
                words.Find(features.Words[i][k])?.CopyTo(vectors, at * words.Width);
                (ids[at], isWord[at]) = (vocabulary.PlaceOf(features.Words[i][k]), true);
            }

            isClip.AsSpan(i * model.SampledClips, features.Count_B[i]).Fill(true);
        }

        return new MomentBatch(
            tensor(features.Video_BCV, [batch, model.SampledClips, Width], device: device), tensor(isClip, [batch, model.SampledClips], device: device),
            tensor(vectors, [batch, longest, words.Width], device: device), tensor(ids, [batch, longest], device: device), tensor(isWord, [batch, longest], device: device));
    }

    /// <summary>The truth of samples, in the caller's dispose scope.</summary>
    public MomentTargets ToTargets(MomentFeatures features, MomentModel model, Device device)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(model);
        int batch = features.Samples.Count, clips = model.Clips;
        var bounds = new float[batch * 2];
        var inside = new float[batch * clips];
        var numbers = new long[batch];
        float[]? overlap = model is TwoDTan ? new float[batch * clips * clips] : null;
        for (int i = 0; i < batch; i++)
        {
            MomentSample sample = features.Samples[i];
            (double start, double end) = (sample.Segment.Start / sample.Duration, sample.Segment.End / sample.Duration);
            (bounds[2 * i], bounds[(2 * i) + 1]) = ((float)start, (float)end);
            numbers[i] = videos.GetValueOrDefault(sample.Query.Video, -1 - i);
            MomentGrid.Inside(inside.AsSpan(i * clips, clips), start, end, model is TwoDTan ? clips : features.Count_B[i]);
            if (overlap is not null)
                MomentGrid.Overlap(overlap.AsSpan(i * clips * clips, clips * clips), clips, start, end);
        }

        return new MomentTargets(
            overlap is null ? null : tensor(overlap, [batch, clips, clips], device: device), tensor(bounds, [batch, 2], device: device), tensor(inside, [batch, clips], device: device),
            tensor(numbers, device: device));
    }

    /// <summary>A sentence's words; one that has none is the unknown word.</summary>
    private string[] Cut(string sentence)
    {
        string[] cut = [.. vocabulary.Cut(sentence).Take(recipe.MaximumWords > 0 ? recipe.MaximumWords : int.MaxValue)];
        return cut.Length > 0 ? cut : ["<unk>"];
    }

    /// <summary>The rows of features that a sample covers, at least one.</summary>
    private (int First, int Count) RowsOf(MomentSample sample)
    {
        int all = (int)store.Shapes(sample.Query.Video)[Array][0];
        if (sample.From <= 0 && sample.To >= sample.Query.Duration)
            return (0, all);
        int first = Math.Clamp((int)Math.Floor(sample.From * store.Info.Fps), 0, all - 1);
        return (first, Math.Clamp((int)Math.Ceiling(sample.To * store.Info.Fps) - first, 1, all - first));
    }
}
