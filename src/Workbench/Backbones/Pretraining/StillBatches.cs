using Workbench.Data.NarratedKitchen;

namespace Workbench.Backbones.Pretraining;

/// <summary>
/// The training pairs, rendered and augmented on background threads a few steps ahead. The pairs of a step depend on the seed and the
/// step alone, not on threads or on where training was taken up again.
/// </summary>
internal sealed class StillBatches : IDisposable
{
    /// <summary>Stills are drawn this much larger than the model's input, so that a crop is not blown up.</summary>
    private const double Oversize = 1.25;

    private readonly PretrainRecipe _recipe;
    private readonly StillOptions _options;
    private readonly CancellationTokenSource _stop = new();
    private readonly Queue<Task<StillBatch>> _ahead = new();
    private readonly int _depth;
    private int _nextToStart;

    /// <param name="recipe">Seed, sizes, augmentation.</param>
    /// <param name="firstStep">Where training begins or goes on.</param>
    /// <param name="depth">Steps to render ahead; as many threads may work at once.</param>
    public StillBatches(PretrainRecipe recipe, int firstStep, int depth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        int side = (int)(recipe.Model.ImageSize * Oversize);
        (_recipe, _depth, _nextToStart) = (recipe, depth, firstStep);
        _options = recipe.Stills with { Width = side, Height = side };
    }

    /// <summary>The pairs of the next step.</summary>
    public StillBatch Next()
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

    private StillBatch Render(int step)
    {
        int side = _recipe.Model.ImageSize, size = 3 * side * side;
        using var sampler = new StillSampler(_recipe.Seed, _options) { Position = (long)step * _recipe.Batch };
        var chance = new StableRandom(StableRandom.Combine(0x41554721, (ulong)_recipe.Seed, (ulong)step));
        var pixels = new float[_recipe.Batch * size];
        var captions = new string[_recipe.Batch];
        for (int i = 0; i < _recipe.Batch; i++)
        {
            _stop.Token.ThrowIfCancellationRequested();
            Still still = sampler.Next();
            bool mirrored = StillAugmenter.Augment(still.Rgb, still.Width, still.Height, side, _recipe.SmallestCrop, chance, pixels.AsSpan(i * size, size));
            string caption = mirrored ? Mirror(still.Caption) : still.Caption;
            captions[i] = chance.Chance(_recipe.ChatterShare) ? Chatter.Around(caption, chance) : caption;
        }

        return new StillBatch(pixels, captions);
    }

    /// <summary>What a caption says of the mirrored picture.</summary>
    internal static string Mirror(string caption) =>
        string.Join(' ', caption.Split(' ').Select(word => word switch { "left" => "right", "right" => "left", _ => word }));
}
