using Workbench.Backbones;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Training.Comma;

// Shapes: B clips, S frames, P proposals, E entities, D width.

/// <summary>
/// Narrated clips for NAFAE: narrations that name a class, S frames spread evenly over each, the frames' proposals as means of the backbone's cells. What a step is made of depends on the
/// seed and the step alone.
/// </summary>
public sealed class NafaeClips
{
    private readonly FeatureStore _store;
    private readonly ProposalFile _proposals;
    private readonly NafaeRecipe _recipe;
    private readonly (Clip Clip, int[] Entities)[] _clips;

    /// <exception cref="ArgumentException">Fewer narrations name a class than a batch needs.</exception>
    public NafaeClips(FeatureStore store, IReadOnlyDictionary<string, IReadOnlyList<Clip>> captions, ProposalFile proposals, ObjectClasses classes, NafaeRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(captions);
        ArgumentNullException.ThrowIfNull(proposals);
        ArgumentNullException.ThrowIfNull(recipe);
        (_store, _proposals, _recipe, Classes) = (store, proposals, recipe, classes);
        _clips = [.. captions.Where(v => store.Contains(v.Key) && proposals.Contains(v.Key)).OrderBy(v => v.Key, StringComparer.Ordinal).SelectMany(v => v.Value)
            .Select(c => (c, EntitiesOf(c.Text, classes, recipe.Entities))).Where(c => c.Item2.Length > 0)];
        StepsPerEpoch = _clips.Length / recipe.BatchSize;
        if (StepsPerEpoch == 0)
            throw new ArgumentException($"A batch of {recipe.BatchSize} needs as many narrations that name a class; there are {_clips.Length}.");
    }

    public ObjectClasses Classes { get; }

    public int StepsPerEpoch { get; }

    /// <summary>Narrations that name a class.</summary>
    public int Count => _clips.Length;

    /// <summary>The classes that a narration names, in the order of its words, each once.</summary>
    public static int[] EntitiesOf(string text, ObjectClasses classes, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(classes);
#pragma warning disable CA1308 // Classes are lower case.
        return [.. text.ToLowerInvariant().Split([' ', ',', '.', '!', '?'], StringSplitOptions.RemoveEmptyEntries).Select(classes.Find).OfType<int>().Distinct().Take(most)];
#pragma warning restore CA1308
    }

    /// <summary>A step's proposals (B, S, P, D) and its entities, as indices of classes.</summary>
    public NafaeBatch Read(int step)
    {
        int epoch = step / StepsPerEpoch, first = step % StepsPerEpoch * _recipe.BatchSize;
        int[] order = [.. Enumerable.Range(0, _clips.Length)];
        Seeds.Generator(_recipe.Seed, 4, epoch).Shuffle(order);
        var values = new List<float[]>();
        int[][] entities = [.. order.AsSpan(first, _recipe.BatchSize).ToArray().Select(i => _clips[i].Entities)];
        int boxes = 0, width = 0;
        foreach (int i in order.AsSpan(first, _recipe.BatchSize))
        {
            Clip clip = _clips[i].Clip;
            IReadOnlyList<IReadOnlyList<Box>> proposals = _proposals.Read(clip.Video);
            long seconds = Math.Min(_store.Shapes(clip.Video)["local"][0], proposals.Count);
            Segment span = ClipSampling.Extend(clip.Segment);
            for (int f = 0; f < _recipe.Frames; f++)
            {
                long second = Math.Clamp((long)(span.Start + ((f + 0.5) * span.Length / _recipe.Frames)), 0, seconds - 1);
                FeatureArray cells = _store.Read(clip.Video, "local", second, 1);
                (boxes, width) = (proposals[(int)second].Count, (int)cells.Shape[2]);
                values.Add(Pool(cells, proposals[(int)second]));
            }
        }

        return new NafaeBatch([.. values.SelectMany(v => v)], [_recipe.BatchSize, _recipe.Frames, boxes, width], entities);
    }

    private float[] Pool(FeatureArray cells_1ND, IReadOnlyList<Box> boxes)
    {
        int cells = (int)cells_1ND.Shape[1], width = (int)cells_1ND.Shape[2], grid = (int)Math.Round(Math.Sqrt(cells));
        var pooled = new float[boxes.Count * width];
        for (int b = 0; b < boxes.Count; b++)
        {
            float[] weights = RegionPooling.Weights(boxes[b], _proposals.Width, _proposals.Height, grid);
            Span<float> into = pooled.AsSpan(b * width, width);
            for (int c = 0; c < cells; c++)
                if (weights[c] > 0)
                    for (int d = 0; d < width; d++)
                        into[d] += weights[c] * cells_1ND.Values[(c * width) + d];
        }

        return pooled;
    }
}
