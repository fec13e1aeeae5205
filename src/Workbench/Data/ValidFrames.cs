namespace Workbench.Data;

/// <summary>
/// The frames that the spatial metrics count, as the released evaluator counts them (mining_loader.py, eval_mining_clip_iou
/// _finetune.py): for each action whose end comes after its start, each second from start to end inclusive that has a box.
/// Overlapping actions count a second once each. Degenerate boxes count too (nothing can hit them).
/// <para>GroundingYouTube: seg + any 17,812, seg + agree 17,531, seg + new 22,020, ground_seg + agree 17,307.</para>
/// </summary>
public static class ValidFrames
{
    /// <summary>The frames of all videos, in the order of the set.</summary>
    public static IEnumerable<ValidFrame> Enumerate(GroundingSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return set.Videos.SelectMany(Enumerate);
    }

    /// <summary>The frames of one video, action by action.</summary>
    public static IEnumerable<ValidFrame> Enumerate(GroundingVideo video)
    {
        ArgumentNullException.ThrowIfNull(video);
        return video.Actions.SelectMany(action => Enumerate(video, action));
    }

    /// <summary>The frames of one action; none where it is empty.</summary>
    public static IEnumerable<ValidFrame> Enumerate(GroundingVideo video, ActionSegment action)
    {
        ArgumentNullException.ThrowIfNull(video);
        ArgumentNullException.ThrowIfNull(action);
        if (action.Segment.IsEmpty)
            yield break;
        for (var second = (int)Math.Ceiling(action.Segment.Start); second <= action.Segment.End; second++)
            if (video.Boxes.TryGetValue(second, out var box))
                yield return new ValidFrame(video, action, second, box);
    }
}
