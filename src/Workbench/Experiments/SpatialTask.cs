using Workbench.Data;
using Workbench.Inference;
using Workbench.Metrics;

namespace Workbench.Experiments;

/// <summary>
/// Where the annotated action of a trimmed clip happens (What-When-Where section 5.3 (ii); released code eval_mining_clip_iou_finetune.py):
/// windows of 16 frames from the start of the segment, one heat map a second, every second that has a box.
/// </summary>
public static class SpatialTask
{
    public static SpatialScores Run(Grounder grounder, FeatureStore store, GroundingSet set, HeatFrameRule rule = HeatFrameRule.LastDecoded, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grounder);
        ArgumentNullException.ThrowIfNull(set);
        var pointing = new PointingGame();
        var success = new SpatialSuccess();
        int done = 0;
        foreach (GroundingVideo video in set.Videos)
        {
            cancellation.ThrowIfCancellationRequested();
            using VideoFeatures features = grounder.Read(store, video.Id);
            foreach (ActionSegment action in video.Actions.Where(a => !a.Segment.IsEmpty))
                Segment(grounder, features, video, action, set.SecondOfFirstFrame, rule, pointing, success);
            progress?.Report(new ProgressReport("spatial", ++done, set.Videos.Count, video.Id));
        }
        return new SpatialScores(100 * pointing.Result.Accuracy, 100 * success.Result.Rate, pointing.Result.Frames);
    }

    private static void Segment(Grounder grounder, VideoFeatures features, GroundingVideo video, ActionSegment action, int secondOfFirstFrame, HeatFrameRule rule, PointingGame pointing, SpatialSuccess success)
    {
        int start = (int)Math.Floor(action.Segment.Start), end = (int)Math.Floor(action.Segment.End);
        int first = Math.Max(0, start - secondOfFirstFrame), count = Math.Min(end - secondOfFirstFrame, features.Seconds) - first;
        if (count < 1)
            throw new ArgumentException($"Video '{video.Id}' has {features.Seconds} seconds of features; its action {action.Id} starts at {start}. Are these its features?");
        if (!Enumerable.Range(start, end - start + 1).Any(video.Boxes.ContainsKey))
            return;
        IReadOnlyList<HeatMap> heat = grounder.HeatMaps(features, action.Label, first, count);
        for (int second = start; second <= end; second++)
        {
            if (!video.Boxes.TryGetValue(second, out Box box))
                continue;
            HeatMap map = heat[Math.Min(HeatFrames.Index(Math.Min(second - start, count), count, rule), heat.Count - 1)];
            pointing.Add(HeatPeak.Find(map, video.Width, video.Height), box);
            success.Add(SpatioTemporalTask.Mask(grounder.Options, map, video), SpanMask.FromBox(box, video.Width, video.Height));
        }
    }
}
