using Workbench.Data;
using Workbench.Inference;
using Workbench.Metrics;

namespace Workbench.Experiments;

// Shapes: F seconds, P actions of the pool.

/// <summary>
/// The three-step inference of What-When-Where section 3.5 on whole videos: pool scores a second, background below the threshold, heat maps
/// for the predicted action; scored by IoU+Point and video mAP.
/// </summary>
public static class SpatioTemporalTask
{
    public static SpatioTemporalScores Run(Grounder grounder, FeatureStore store, GroundingSet set, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grounder);
        ArgumentNullException.ThrowIfNull(set);
        var iouPoint = new IouPoint();
        var videoMap = new VideoMap();
        long right = 0, background = 0, seconds = 0;
        int done = 0;
        foreach (GroundingVideo video in set.Videos)
        {
            cancellation.ThrowIfCancellationRequested();
            using VideoFeatures features = VideoFeatures.Read(store, video.Id);
            string[] pool = Pool(video);
            GroundedVideo answer = grounder.Ground(features, pool);
            IReadOnlyList<int> labels = answer.Labels;

            iouPoint.Add(video, [.. labels.Select((label, s) => label == TemporalDetection.Background
                ? SecondAnswer.Background
                : new SecondAnswer(pool[label], HeatPeak.Find(answer.Heat[s]!, video.Width, video.Height)))]);
            videoMap.Add(video.Id, Tubes(grounder.Options, video, answer), TruthTube.Of(video));

            for (int s = 0; s < labels.Count; s++)
            {
                string[] truth = [.. video.Actions.Where(a => a.Segment.Start <= s && s < a.Segment.End).Select(a => a.Label)];
                right += labels[s] == TemporalDetection.Background ? (truth.Length == 0 ? 1 : 0) : (truth.Contains(pool[labels[s]]) ? 1 : 0);
                background += labels[s] == TemporalDetection.Background ? 1 : 0;
            }
            seconds += labels.Count;
            progress?.Report(new ProgressReport("spatio-temporal", ++done, set.Videos.Count, video.Id));
        }
        VideoMapResult map = videoMap.Result();
        return new SpatioTemporalScores(
            100 * iouPoint.Result().Value, 100 * iouPoint.Result(IouPointAverage.Micro).Value, [.. map.AtThreshold.Select(r => 100 * r.Mean)],
            100.0 * right / seconds, 100.0 * background / seconds, set.Videos.Count);
    }

    /// <summary>The video's pool; where the files give none, the labels of its actions in order of first appearance.</summary>
    public static string[] Pool(GroundingVideo video)
    {
        ArgumentNullException.ThrowIfNull(video);
        IEnumerable<string> names = video.Pool.Count > 0 ? video.Pool : video.Actions.Select(a => a.Label);
        return [.. names.Where(n => n != "background").Distinct(StringComparer.Ordinal)];
    }

    private static MaskTube[] Tubes(GroundingOptions options, GroundingVideo video, GroundedVideo answer) =>
    [
        .. answer.Actions.Select(action => new MaskTube(
            answer.Sentences[action.Sentence],
            Enumerable.Range(action.First, action.Count).ToDictionary(s => s, s => Mask(options, answer.Heat[s]!, video)),
            answer.Confidence(action))),
    ];

    /// <summary>The mask of a second in the annotation frame.</summary>
    public static SpanMask Mask(GroundingOptions options, HeatMap heat, GroundingVideo video)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(heat);
        ArgumentNullException.ThrowIfNull(video);
        double threshold = options.Mask == MaskRule.Absolute ? options.MaskThreshold : heat.Level(options.MaskThreshold);
        return HeatMask.AtLeast(heat, threshold, video.Width, video.Height);
    }
}
