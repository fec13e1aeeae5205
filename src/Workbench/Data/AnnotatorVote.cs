namespace Workbench.Data;

/// <summary>
/// What several annotators' answers about a frame are worth together. An answer is a point, or null for "can't answer"; GroundingYouTube asked five
/// (What-When-Where appendix 10.1). An action counts as present in a second where enough of them set a point.
/// </summary>
/// <param name="Needed">How many points are enough.</param>
public sealed record AnnotatorVote(int Needed)
{
    /// <summary>The majority of five, 3: "majority voting to determine whether an action is present, resulting in new, refined temporal boundaries" (appendix 10.1).</summary>
    public static AnnotatorVote Paper { get; } = Majority(5);

    /// <summary>
    /// One point is enough: all 5,018 bounds of the released ground_seg.json are the first and last second of a segment with a box in id2xy_box_new_s.json. By
    /// majority (id2xy_box_agree.json) 4,562 segments would remain.
    /// </summary>
    public static AnnotatorVote ReleasedCode { get; } = new(1);

    /// <summary>More than half.</summary>
    public static AnnotatorVote Majority(int annotators)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(annotators);
        return new AnnotatorVote(annotators / 2 + 1);
    }

    /// <summary>True where enough answers are points.</summary>
    public bool IsPresent(IReadOnlyList<Point?> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers.Count(answer => answer is not null) >= Needed;
    }

    /// <summary>The box around the points of a frame (<see cref="PointBoxes"/>); null where the action is not present.</summary>
    public Box? BoxOf(IReadOnlyList<Point?> answers, FrameSize frame, BoxClipping clipping = BoxClipping.Corrected, double margin = PointBoxes.ReleasedMargin) =>
        IsPresent(answers) ? PointBoxes.Around([.. answers.Where(answer => answer is not null).Select(answer => answer!.Value)], frame, clipping, margin) : null;

    /// <summary>The boxes of a video's frames, by second.</summary>
    public IReadOnlyDictionary<int, Box> BoxesOf(
        IReadOnlyDictionary<int, IReadOnlyList<Point?>> answers, FrameSize frame, BoxClipping clipping = BoxClipping.Corrected, double margin = PointBoxes.ReleasedMargin)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return answers.Where(second => IsPresent(second.Value)).ToDictionary(second => second.Key, second => BoxOf(second.Value, frame, clipping, margin)!.Value);
    }

    /// <summary>A segment from the first to the last of the seconds in it in which the action is present; null where there is none.</summary>
    /// <param name="segment">The original bounds, both inclusive.</param>
    /// <param name="present">Seconds in which the action is present.</param>
    public static Segment? Bounds(Segment segment, IEnumerable<int> present)
    {
        int[] inside = [.. present.Where(second => segment.Start <= second && second <= segment.End)];
        return inside.Length > 0 ? new Segment(inside.Min(), inside.Max()) : null;
    }

    /// <summary>A video with its segments cut to where a box says that the action is present; the others are dropped. Ids stay.</summary>
    public static GroundingVideo Refine(GroundingVideo video)
    {
        ArgumentNullException.ThrowIfNull(video);
        return video with
        {
            Actions = [.. video.Actions.Select(action => (Action: action, Bounds: Bounds(action.Segment, video.Boxes.Keys))).Where(each => each.Bounds is not null).Select(each => each.Action with { Segment = each.Bounds!.Value })],
        };
    }
}
