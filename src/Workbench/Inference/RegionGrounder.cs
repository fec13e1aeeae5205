using TorchSharp;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Models.Comma;
using static TorchSharp.torch;

namespace Workbench.Inference;

// Shapes: F time steps, N cells of a step, R regions of a window, K words, D feature width.

/// <summary>Asks a model of regions and words where a sentence is, window by window (CoMMA, section 3.2).</summary>
public sealed class RegionGrounder
{
    private const int WindowsAtOnce = 16;
    private readonly IRegionWordModel _model;
    private readonly IBackbone _backbone;
    private readonly Dictionary<string, TextFeatures> _texts = new(StringComparer.Ordinal);

    /// <param name="model">In evaluation mode from now on.</param>
    /// <param name="backbone">Encodes sentences.</param>
    /// <param name="steps">Time steps of a window; those of training.</param>
    /// <param name="form">How heat is made of attention.</param>
    /// <param name="average">Where the rollout starts.</param>
    public RegionGrounder(nn.Module model, IBackbone backbone, int steps = 2, RolloutForm form = RolloutForm.Product, RolloutAverage average = RolloutAverage.Regions)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        _model = model as IRegionWordModel ?? throw new ArgumentException($"A model of regions and words was expected, got {model.GetType().Name}.", nameof(model));
        (_backbone, Steps, Form, Average) = (backbone, steps, form, average);
        model.eval();
    }

    public int Steps { get; }
    public RolloutForm Form { get; }
    public RolloutAverage Average { get; }

    /// <summary>One map a time step, in windows of <see cref="Steps"/> from the first on; the last window is shorter where they do not divide.</summary>
    /// <param name="regions_FND">Regions of successive time steps.</param>
    /// <param name="sentence">What to look for.</param>
    public IReadOnlyList<HeatMap> HeatMaps(Tensor regions_FND, string sentence)
    {
        ArgumentNullException.ThrowIfNull(regions_FND);
        int cells = (int)regions_FND.size(1), grid = (int)Math.Round(Math.Sqrt(cells));
        if ((long)grid * grid != cells)
            throw new ArgumentException($"Heat maps need a square grid of regions; a time step has {cells}.", nameof(regions_FND));
        return [.. Heat(regions_FND, sentence).Chunk(cells).Select(values => new HeatMap(grid, grid, values))];
    }

    /// <summary>Heat of every region, row by row; regions need no grid.</summary>
    /// <inheritdoc cref="HeatMaps"/>
    public float[] Heat(Tensor regions_FND, string sentence)
    {
        ArgumentNullException.ThrowIfNull(regions_FND);
        using var noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        TextFeatures text = Encode(sentence);
        long frames = regions_FND.size(0), cells = regions_FND.size(1), full = frames / Steps, done = 0;
        var heat = new float[frames * cells];
        for (long window = 0; window < full; window += WindowsAtOnce)
            Part(Math.Min(WindowsAtOnce, full - window), Steps);
        if (done < frames)
            Part(1, frames - done);
        return heat;

        void Part(long windows, long steps)
        {
            using DisposeScope inner = NewDisposeScope();
            Tensor regions_WRD = regions_FND.narrow(0, done, windows * steps).reshape(windows, steps * cells, -1);
            AttentionPass pass = _model.Attend(regions_WRD, text.Words_BKD.expand(windows, -1, -1).contiguous(), text.Mask_BK.expand(windows, -1).contiguous(), Form == RolloutForm.Identity);
            BlockRollout.Heat(pass, Form, Average).to(ScalarType.Float32).cpu().contiguous().data<float>().ToArray().CopyTo(heat, (int)(done * cells));
            done += windows * steps;
        }
    }

    private TextFeatures Encode(string sentence)
    {
        if (_texts.TryGetValue(sentence, out TextFeatures? known))
            return known;
        TextFeatures text = _backbone.EncodeText([sentence]);
        long words = Math.Max(1, text.Mask_BK.sum().item<long>());
        return _texts[sentence] = new TextFeatures(
            text.Global_BD.clone().DetachFromDisposeScope(), text.Words_BKD.narrow(1, 0, words).clone().DetachFromDisposeScope(), text.Mask_BK.narrow(1, 0, words).clone().DetachFromDisposeScope());
    }
}
