using Workbench.Data;

namespace Workbench.Experiments.Floors;

/// <summary>
/// Knows each video's actions and their order and sees nothing: every step of the transcript, pauses included, gets the same share of the video, and
/// happens in the middle of the frame in a box of the set's mean size. A video ends where its last action does, unless the annotation says its duration.
/// </summary>
public static class SpatioTemporalFloors
{
    /// <summary>The metrics of <see cref="RunMetrics"/> for untrimmed videos (Table 2) and for clips of one action (Table 7), in percent, and what was counted.</summary>
    /// <param name="untrimmed">Whole videos.</param>
    /// <param name="trimmed">Whose actions of 3 to 20 s are cut out (<see cref="SingleActionTask"/>).</param>
    public static (IReadOnlyDictionary<string, double> Metrics, IReadOnlyDictionary<string, long> Counts) Evaluate(GroundingSet untrimmed, GroundingSet trimmed)
    {
        ArgumentNullException.ThrowIfNull(untrimmed);
        ArgumentNullException.ThrowIfNull(trimmed);
        (GroundingVideo Video, int Seconds)[] videos = [.. WithLength(untrimmed)], clips = [.. WithLength(trimmed).SelectMany(v => SingleActionTask.Clips(v.Video, v.Seconds)).Select(c => (c.Clip, c.Count))];
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        TableFloors.SpatioTemporal(videos, clips, TableFloors.MeanSize(untrimmed), metrics);
        return (metrics, new SortedDictionary<string, long>(StringComparer.Ordinal) { ["videos"] = videos.Length, ["single-action clips"] = clips.Length, ["seconds"] = videos.Sum(v => (long)v.Seconds) });
    }

    private static IEnumerable<(GroundingVideo Video, int Seconds)> WithLength(GroundingSet set) =>
        from video in set.Videos
        where video.Actions.Any(action => !action.Segment.IsEmpty)
        select (video, (int)Math.Ceiling(video.Duration ?? video.Actions.Max(action => action.Segment.End)));
}
