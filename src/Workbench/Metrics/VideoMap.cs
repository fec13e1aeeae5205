using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>
/// Video mAP, a video at a time: predicted volumes against annotated tubes of the same class in the same video, greedy
/// by confidence, average precision per class, mean over the annotated classes. What-When-Where section 8.3 (i).
/// </summary>
/// <remarks>The paper leaves open how tubes are ranked, matched and averaged; defaults are those of its cited standard (ACT).</remarks>
public sealed class VideoMap(BoxMaskRule boxMask = BoxMaskRule.Exact)
{
    /// <summary>The thresholds of the papers' tables.</summary>
    public static IReadOnlyList<double> PaperThresholds { get; } = [0.1, 0.2, 0.3, 0.4, 0.5];

    private readonly DetectionAp _detections = new();

    /// <summary>Adds a video with predicted volumes.</summary>
    public void Add(string video, IReadOnlyList<MaskTube> predicted, IReadOnlyList<TruthTube> truths) =>
        Add(video, predicted, tube => tube.Label, tube => tube.Confidence, truths, tube => tube.Label, (tube, truth) => TubeIou.Voxels(tube, truth, boxMask));

    /// <summary>Adds a video with predicted box tubes, compared as ACT compares them; apply <see cref="TubeNms"/> before.</summary>
    public void Add(string video, IReadOnlyList<Tube> predicted, IReadOnlyList<Tube> truths) =>
        Add(video, predicted, tube => tube.Label, tube => tube.Confidence, truths, tube => tube.Label, (tube, truth) => TubeIou.Act(tube.Boxes, truth.Boxes));

    /// <summary>The mean average precision at each threshold.</summary>
    public VideoMapResult Result(ApOptions? options = null, IReadOnlyList<double>? thresholds = null)
    {
        options ??= ApOptions.VideoMap;
        thresholds ??= PaperThresholds;
        return new(thresholds, [.. thresholds.Select(threshold => _detections.Result(options with { Threshold = threshold }))]);
    }

    private void Add<P, T>(
        string video, IReadOnlyList<P> predicted, Func<P, string> label, Func<P, double> confidence,
        IReadOnlyList<T> truths, Func<T, string> truthLabel, Func<P, T, double> overlap)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(truths);
        foreach (var name in predicted.Select(label).Concat(truths.Select(truthLabel)).Distinct(StringComparer.Ordinal))
        {
            P[] mine = [.. predicted.Where(tube => label(tube) == name)];
            T[] theirs = [.. truths.Where(tube => truthLabel(tube) == name)];
            var overlap_DG = new double[mine.Length, theirs.Length];
            for (int d = 0; d < mine.Length; d++)
                for (int g = 0; g < theirs.Length; g++)
                    overlap_DG[d, g] = overlap(mine[d], theirs[g]);
            _detections.Add(name, video, [.. mine.Select(confidence)], overlap_DG);
        }
    }
}
