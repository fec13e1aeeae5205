using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>Non-maximum suppression of tubes, class by class (ACT, released code: threshold 0.3).</summary>
public static class TubeNms
{
    /// <summary>Best first; a tube whose <see cref="TubeIou.Act"/> with a kept tube of its class exceeds the threshold is dropped. Equal confidences keep their order.</summary>
    /// <exception cref="ArgumentException">A confidence is NaN.</exception>
    public static IReadOnlyList<Tube> Apply(IReadOnlyList<Tube> tubes, double threshold = 0.3)
    {
        ArgumentNullException.ThrowIfNull(tubes);
        for (int i = 0; i < tubes.Count; i++)
            Require.Number(tubes[i].Confidence, $"Confidence of tube {i} ({tubes[i].Label})");
        var kept = new List<Tube>();
        foreach (var tube in tubes.OrderByDescending(tube => tube.Confidence))
            if (!kept.Exists(other => other.Label == tube.Label && TubeIou.Act(other.Boxes, tube.Boxes) > threshold))
                kept.Add(tube);
        return kept;
    }
}
