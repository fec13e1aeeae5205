using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>
/// An annotated action as a volume: a box for each second that has one. Seconds of the action without a box
/// (<paramref name="Unannotated"/>) are unknown: they count neither for nor against a prediction.
/// </summary>
public sealed record TruthTube(string Label, IReadOnlyDictionary<int, Box> Boxes, IReadOnlySet<int> Unannotated)
{
    /// <summary>
    /// The tubes of a video: the whole seconds from start to end, both included, as the released evaluator enumerates
    /// them. Actions with end ≤ start and actions without any box are left out.
    /// </summary>
    public static IReadOnlyList<TruthTube> Of(GroundingVideo video)
    {
        ArgumentNullException.ThrowIfNull(video);
        var tubes = new List<TruthTube>();
        foreach (var action in video.Actions)
        {
            if (action.Segment.IsEmpty)
                continue;
            var boxes = new SortedDictionary<int, Box>();
            var unknown = new HashSet<int>();
            for (int second = (int)Math.Ceiling(action.Segment.Start); second <= (int)Math.Floor(action.Segment.End); second++)
                if (video.Boxes.TryGetValue(second, out var box))
                    boxes.Add(second, box);
                else
                    unknown.Add(second);
            if (boxes.Count > 0)
                tubes.Add(new(action.Label, boxes, unknown));
        }

        return tubes;
    }
}
