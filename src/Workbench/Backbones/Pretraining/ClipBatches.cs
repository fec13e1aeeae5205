using Workbench.Data.NarratedKitchen;

namespace Workbench.Backbones.Pretraining;

/// <summary>
/// The narrated clips of training, rendered and augmented on background threads a few steps ahead. The clips of a step depend on the seed
/// and the step alone, not on threads or on where training was taken up again.
/// </summary>
internal sealed class ClipBatches : IDisposable
{
    private readonly S3dRecipe _recipe;
    private readonly KitchenClipSampler _sampler;
    private readonly CancellationTokenSource _stop = new();
    private readonly Queue<Task<ClipBatch>> _ahead = new();
    private readonly int _depth;
    private int _nextToStart;

    /// <param name="recipe">Seed, sizes, augmentation.</param>
    /// <param name="firstStep">Where training begins or goes on.</param>
    /// <param name="depth">Steps to render ahead; as many threads may work at once.</param>
    public ClipBatches(S3dRecipe recipe, int firstStep, int depth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        (_recipe, _depth, _nextToStart) = (recipe, depth, firstStep);
        _sampler = new KitchenClipSampler(recipe.Seed, Options(recipe));
    }

    /// <summary>The recipe's clips at the model's frames and rate.</summary>
    public static KitchenClipOptions Options(S3dRecipe recipe) => recipe.Clips with { Frames = recipe.Model.Frames, Fps = recipe.Model.Fps };

    /// <summary>The clips of the next step.</summary>
    public ClipBatch Next()
    {
        while (_ahead.Count < _depth)
        {
            int step = _nextToStart++;
            _ahead.Enqueue(Task.Run(() => Render(step), _stop.Token));
        }

        return _ahead.Dequeue().GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _stop.Cancel();
        Task.WhenAll(_ahead).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        _stop.Dispose();
    }

    private ClipBatch Render(int step)
    {
        int side = _recipe.Model.ImageSize, plane = side * side, frames = _recipe.Model.Frames;
        var pixels = new float[_recipe.Batch * 3 * frames * plane];
        var captions = new string[_recipe.Batch][];
        var one = new float[3 * plane];
        for (int i = 0; i < _recipe.Batch; i++)
        {
            _stop.Token.ThrowIfCancellationRequested();
            long index = (long)step * _recipe.Batch + i;
            KitchenClip clip = _sampler.Narrated(index);
            ulong seed = StableRandom.Combine(0x434C4950, (ulong)_recipe.Seed, (ulong)index);
            for (int t = 0; t < frames; t++)
            {
                // A fresh generator of the same seed: every frame of a clip is cut and shaken alike.
                StillAugmenter.Augment(FrameOf(clip, t), clip.Width, clip.Height, side, _recipe.SmallestCrop, new StableRandom(seed), one);
                Place(one, pixels, i, t, frames, plane);
            }

            captions[i] = [.. clip.Captions];
        }

        return new ClipBatch(pixels, captions);
    }

    /// <summary>One frame's bytes.</summary>
    public static ReadOnlySpan<byte> FrameOf(KitchenClip clip, int frame) =>
        clip.Rgb.AsSpan(clip.Rgb.Length / clip.Frames * frame, clip.Rgb.Length / clip.Frames);

    /// <summary>Puts a frame's planes where they belong in a batch of clips, (B, 3, T, S, S).</summary>
    public static void Place(ReadOnlySpan<float> planes_3SS, Span<float> pixels_B3TSS, int clip, int frame, int frames, int plane)
    {
        for (int colour = 0; colour < 3; colour++)
            planes_3SS.Slice(colour * plane, plane).CopyTo(pixels_B3TSS[(((clip * 3 + colour) * frames + frame) * plane)..]);
    }
}
