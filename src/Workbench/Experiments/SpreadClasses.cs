using Workbench.Data;
using Workbench.Metrics;

namespace Workbench.Experiments;

/// <summary>Splits video mAP by whether a class's boxes are large on average (What-When-Where Table 13).</summary>
internal sealed class SpreadClasses
{
    private const double Threshold = 0.4;
    private readonly Dictionary<string, List<double>> _areas = new(StringComparer.Ordinal);

    /// <summary>Notes the boxes of a video's annotated tubes, cut at the frame.</summary>
    public void Add(GroundingVideo video, IReadOnlyList<TruthTube> truths)
    {
        foreach (TruthTube truth in truths)
        {
            if (!_areas.TryGetValue(truth.Label, out List<double>? areas))
                _areas.Add(truth.Label, areas = []);
            areas.AddRange(truth.Boxes.Values.Select(b => b.ClipTo(video.Width, video.Height).Area));
        }
    }

    /// <summary>mAP at 0.4 over the classes of each kind, in percent; NaN where there is none.</summary>
    public (double Widespread, double Saturated) Split(VideoMapResult map, SpreadRule rule)
    {
        return (Mean(ActionSpread.Widespread), Mean(ActionSpread.Saturated));

        double Mean(ActionSpread spread)
        {
            double[] classes = [.. map.At(Threshold).PerClass.Where(c => rule.Of(_areas[c.Key].Average()) == spread).Select(c => c.Value)];
            return classes.Length > 0 ? 100 * classes.Average() : double.NaN;
        }
    }
}
