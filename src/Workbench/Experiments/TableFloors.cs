using Workbench.Data;
using Workbench.Inference;
using Workbench.Metrics;

namespace Workbench.Experiments;

/// <summary>
/// What the three tasks give to someone who sees no video but knows each video's actions and their order: every action and every pause gets
/// the same share of the video, and it always happens in the middle of the frame, in a box of the set's mean size.
/// </summary>
public static class TableFloors
{
    /// <summary>The metrics of <see cref="RunMetrics"/> that a trained row has, but those of training.</summary>
    public static IReadOnlyDictionary<string, double> Measure(ExperimentInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
        SpatioTemporal(
            inputs.SpatioTemporal.Videos.Select(v => (v, Seconds(inputs.Testing, v))),
            inputs.SingleActions.Videos.SelectMany(v => SingleActionTask.Clips(v, Seconds(inputs.Testing, v))).Select(c => (c.Clip, c.Count)),
            MeanSize(inputs.SpatioTemporal), metrics);
        Temporal(inputs.Temporal, inputs.Testing, metrics);
        (metrics[RunMetrics.Pointing], metrics[RunMetrics.SpatialSuccess]) = Spatial(inputs.Spatial);
        (metrics[RunMetrics.GroundingYouTubePointing], metrics[RunMetrics.GroundingYouTubeSuccess]) = Spatial(inputs.SpatioTemporal);
        return metrics;
    }

    /// <summary>The spatio-temporal metrics on whole videos and on clips of one action, with boxes of one size.</summary>
    internal static void SpatioTemporal(
        IEnumerable<(GroundingVideo Video, int Seconds)> videos, IEnumerable<(GroundingVideo Video, int Seconds)> clips, (double Width, double Height) size, SortedDictionary<string, double> metrics)
    {
        SpatioTemporalFloor(videos, size, metrics, RunMetrics.IouPoint, RunMetrics.VideoMap, RunMetrics.VideoMapMean, split: true);
        SpatioTemporalFloor(clips, size, metrics, RunMetrics.SingleIouPoint, RunMetrics.SingleMap, RunMetrics.SingleMapMean, split: false);
    }

    private static void SpatioTemporalFloor(
        IEnumerable<(GroundingVideo Video, int Seconds)> videos, (double Width, double Height) size, SortedDictionary<string, double> metrics, string point, Func<double, string> mapAt, string mapMean, bool split)
    {
        var iouPoint = new IouPoint();
        var videoMap = new VideoMap();
        var classes = new SpreadClasses();
        foreach ((GroundingVideo video, int seconds) in videos)
        {
            string[] names = TemporalTask.Classes(video);
            int[] labels = TemporalTask.Uniform(video, names, seconds);
            Point middle = new(video.Width / 2.0, video.Height / 2.0);
            iouPoint.Add(video, [.. labels.Select(l => l == names.Length ? SecondAnswer.Background : new SecondAnswer(names[l], middle))]);
            var mask = SpanMask.FromBox(Middle(video, size), video.Width, video.Height);
            MaskTube[] tubes = [.. TubeBuilder.Runs([.. labels.Select(l => l == names.Length ? TemporalDetection.Background : l)])
                .Select(run => new MaskTube(names[run.Label], Enumerable.Range(run.First, run.Count).ToDictionary(s => s, _ => mask), 1))];
            IReadOnlyList<TruthTube> truths = TruthTube.Of(video);
            videoMap.Add(video.Id, tubes, truths);
            classes.Add(video, truths);
        }

        VideoMapResult map = videoMap.Result();
        metrics[point] = 100 * iouPoint.Result().Value;
        metrics[mapMean] = 100 * map.Mean;
        for (int i = 0; i < map.AtThreshold.Count; i++)
            metrics[mapAt(VideoMap.PaperThresholds[i])] = 100 * map.AtThreshold[i].Mean;
        if (!split)
            return;
        metrics[RunMetrics.IouPointMicro] = 100 * iouPoint.Result(IouPointAverage.Micro).Value;
        (metrics[RunMetrics.Widespread], metrics[RunMetrics.Saturated]) = classes.Split(map, SpreadRule.Paper);
    }

    private static void Temporal(GroundingSet set, FeatureStore store, SortedDictionary<string, double> metrics)
    {
        double iou = 0, iod = 0;
        int videos = 0;
        foreach (GroundingVideo video in set.Videos)
        {
            int seconds = Seconds(store, video);
            string[] classes = TemporalTask.Classes(video);
            if (TemporalOverlap.Of(TemporalTask.Truth(video, classes, seconds), TemporalTask.Uniform(video, classes, seconds), classes.Length) is { } score)
                (iou, iod, videos) = (iou + score.Iou, iod + score.Iod, videos + 1);
        }

        (metrics[RunMetrics.TemporalIou], metrics[RunMetrics.TemporalIod]) = (100 * iou / videos, 100 * iod / videos);
    }

    private static (double Pointing, double Success) Spatial(GroundingSet set)
    {
        (double Width, double Height) size = MeanSize(set);
        var pointing = new PointingGame();
        var success = new SpatialSuccess();
        foreach (GroundingVideo video in set.Videos)
            foreach (ActionSegment action in video.Actions.Where(a => !a.Segment.IsEmpty))
                for (int second = (int)action.Segment.Start; second <= (int)action.Segment.End; second++)
                    if (video.Boxes.TryGetValue(second, out Box box))
                    {
                        pointing.Add(new Point(video.Width / 2.0, video.Height / 2.0), box);
                        success.Add(SpanMask.FromBox(Middle(video, size), video.Width, video.Height), SpanMask.FromBox(box, video.Width, video.Height));
                    }

        return (100 * pointing.Result.Accuracy, 100 * success.Result.Rate);
    }

    internal static (double Width, double Height) MeanSize(GroundingSet set)
    {
        Box[] boxes = [.. set.Videos.SelectMany(v => v.Boxes.Values.Select(b => b.ClipTo(v.Width, v.Height)))];
        return (boxes.Average(b => b.Width), boxes.Average(b => b.Height));
    }

    private static Box Middle(GroundingVideo video, (double Width, double Height) size) =>
        new((video.Width - size.Width) / 2, (video.Height - size.Height) / 2, (video.Width + size.Width) / 2, (video.Height + size.Height) / 2);

    private static int Seconds(FeatureStore store, GroundingVideo video) => (int)store.Shapes(video.Id)["global"][0];
}
