namespace Workbench.Data;

/// <summary>Holds annotated actions against the videos that they are about.</summary>
public static class SegmentCheck
{
    /// <summary>
    /// The set without the actions that lie outside their video; a second more at the end is forgiven, since annotations count begun seconds. Such an action means
    /// that the video is another one than was annotated, or was cut.
    /// </summary>
    /// <param name="set">The annotations.</param>
    /// <param name="path">Where they come from, for messages.</param>
    /// <param name="seconds">A video's length by its id; null where it is not known.</param>
    /// <param name="options">With <see cref="ReadOptions.SkipBad"/> such an action is left out; otherwise the first one is an error.</param>
    /// <exception cref="DataFormatException">An action outside its video.</exception>
    public static GroundingSet Against(GroundingSet set, string path, Func<string, double?> seconds, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(seconds);
        ArgumentNullException.ThrowIfNull(options);
        return set with
        {
            Videos = [.. set.Videos.Select(video => seconds(video.Id) is { } length ? video with { Actions = Inside(video, length) } : video)],
        };

        List<ActionSegment> Inside(GroundingVideo video, double length)
        {
            var actions = new List<ActionSegment>();
            foreach (var action in video.Actions)
                options.Guard(() =>
                {
                    if (action.Segment.Start - set.SecondOfFirstFrame >= length || action.Segment.End - set.SecondOfFirstFrame > length + 1)
                        throw new DataFormatException(path, $"video '{video.Id}', action {action.Id} ('{action.Label}')", FormattableString.Invariant(
                            $"an action inside the video was expected, which lasts {length:0.##} s; {action.Segment.Start:0.##} to {action.Segment.End:0.##} s is there"));
                    actions.Add(action);
                });
            return actions;
        }
    }
}
