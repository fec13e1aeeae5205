using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>
/// YouCook2-BB's box accuracy (tools/codalab_eval_grd_yc2bb.py 92-160): for each class the share of its annotated frames whose predicted box overlaps the true one by more than the threshold,
/// and the mean over the classes that have any. Frames in which the object is outside or occluded are not to be added; all forms of a name are one class. Points are counted beside it, for
/// models that answer with a point (CoMMA, Table 3).
/// </summary>
public sealed class ObjectAccuracy(double threshold = 0.5)
{
    private readonly SortedDictionary<string, (int Frames, int Boxes, int Points)> _classes = new(StringComparer.Ordinal);

    /// <summary>Adds a frame; null where nothing is predicted, a miss.</summary>
    /// <exception cref="ArgumentException">A coordinate is not a finite number.</exception>
    public void Add(string label, Box truth, Box? box, Point? point)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        Require.Finite(truth, $"Box of '{label}':");
        (int frames, int boxes, int points) = _classes.GetValueOrDefault(label);
        _classes[label] = (frames + 1, boxes + (box is { } b && b.IoU(truth) > threshold ? 1 : 0), points + (point is { } p && truth.Contains(p) ? 1 : 0));
    }

    /// <summary>Frames that were added.</summary>
    public int Frames => _classes.Values.Sum(c => c.Frames);

    /// <summary>Each class with its accuracy by box and by point, in [0, 1].</summary>
    public IReadOnlyList<(string Label, int Frames, double Box, double Point)> Classes => [.. _classes.Select(c => (c.Key, c.Value.Frames, (double)c.Value.Boxes / c.Value.Frames, (double)c.Value.Points / c.Value.Frames))];

    /// <summary>Mean over classes; NaN where there is none.</summary>
    public double MacroBox => Mean(c => c.Box);

    /// <inheritdoc cref="MacroBox"/>
    public double MacroPoint => Mean(c => c.Point);

    /// <summary>Share of all frames.</summary>
    public double MicroBox => Frames > 0 ? (double)_classes.Values.Sum(c => c.Boxes) / Frames : double.NaN;

    /// <inheritdoc cref="MicroBox"/>
    public double MicroPoint => Frames > 0 ? (double)_classes.Values.Sum(c => c.Points) / Frames : double.NaN;

    private double Mean(Func<(string Label, int Frames, double Box, double Point), double> value) => _classes.Count > 0 ? Classes.Average(value) : double.NaN;
}
