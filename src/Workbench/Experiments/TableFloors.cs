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
        SpatioTemporal(inputs.SpatioTemporal, inputs.Testing, metrics);
        Temporal(inputs.Temporal, inputs.Testing, metrics);
        Spatial(inputs.Spatial, metrics);
        return metrics;
    }

    private static void SpatioTemporal(GroundingSet set, FeatureStore store, SortedDictionary<string, double> metrics)
    {
        (double width, double height) = MeanSize(set);
        var iouPoint = new IouPoint();
        var videoMap = new VideoMap();
        foreach (GroundingVideo video in set.Videos)
        {
            int seconds = Seconds(store, video);
            string[] classes = TemporalTask.Classes(video);
            int[] labels = TemporalTask.Uniform(video, classes, seconds);
            Point middle = new(video.Width / 2.0, video.Height / 2.0);
            iouPoint.Add(video, [.. labels.Select(l => l == classes.Length ? SecondAnswer.Background : new SecondAnswer(classes[l], middle))]);
            var mask = SpanMask.FromBox(Middle(video, width, height), video.Width, video.Height);
            MaskTube[] tubes = [.. TubeBuilder.Runs([.. labels.Select(l => l == classes.Length ? TemporalDetection.Background : l)])
                .Select(run => new MaskTube(classes[run.Label], Enumerable.Range(run.First, run.Count).ToDictionary(s => s, _ => mask), 1))];
            videoMap.Add(video.Id, tubes, TruthTube.Of(video));
        }

        VideoMapResult map = videoMap.Result();
        metrics[RunMetrics.IouPoint] = 100 * iouPoint.Result().Value;
        metrics[RunMetrics.IouPointMicro] = 100 * iouPoint.Result(IouPointAverage.Micro).Value;
        metrics[RunMetrics.VideoMapMean] = 100 * map.Mean;
        for (int i = 0; i < map.AtThreshold.Count; i++)
            metrics[RunMetrics.VideoMap(VideoMap.PaperThresholds[i])] = 100 * map.AtThreshold[i].Mean;
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

    private static void Spatial(GroundingSet set, SortedDictionary<string, double> metrics)
    {
        (double width, double height) = MeanSize(set);
        var pointing = new PointingGame();
        var success = new SpatialSuccess();
        foreach (GroundingVideo video in set.Videos)
            foreach (ActionSegment action in video.Actions.Where(a => !a.Segment.IsEmpty))
                for (int second = (int)action.Segment.Start; second <= (int)action.Segment.End; second++)
                    if (video.Boxes.TryGetValue(second, out Box box))
                    {
                        pointing.Add(new Point(video.Width / 2.0, video.Height / 2.0), box);
                        success.Add(SpanMask.FromBox(Middle(video, width, height), video.Width, video.Height), SpanMask.FromBox(box, video.Width, video.Height));
                    }

        (metrics[RunMetrics.Pointing], metrics[RunMetrics.SpatialSuccess]) = (100 * pointing.Result.Accuracy, 100 * success.Result.Rate);
    }

    private static (double Width, double Height) MeanSize(GroundingSet set)
    {
        Box[] boxes = [.. set.Videos.SelectMany(v => v.Boxes.Values.Select(b => b.ClipTo(v.Width, v.Height)))];
        return (boxes.Average(b => b.Width), boxes.Average(b => b.Height));
    }

    private static Box Middle(GroundingVideo video, double width, double height) =>
        new((video.Width - width) / 2, (video.Height - height) / 2, (video.Width + width) / 2, (video.Height + height) / 2);

    private static int Seconds(FeatureStore store, GroundingVideo video) => (int)store.Shapes(video.Id)["global"][0];
}
