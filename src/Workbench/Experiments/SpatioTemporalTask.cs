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
    /// <param name="grounder">The model and how it is asked.</param>
    /// <param name="store">Features of the set's videos.</param>
    /// <param name="set">Videos with actions and boxes.</param>
    /// <param name="options">What is scored beside the five thresholds.</param>
    /// <param name="progress">Told the videos scored.</param>
    /// <param name="cancellation">Stops between two videos.</param>
    public static SpatioTemporalScores Run(
        Grounder grounder, FeatureStore store, GroundingSet set, SpatioTemporalTaskOptions? options = null, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grounder);
        ArgumentNullException.ThrowIfNull(set);
        var scorer = new SpatioTemporalScorer(grounder, options ?? new SpatioTemporalTaskOptions());
        int done = 0;
        foreach (GroundingVideo video in set.Videos)
        {
            cancellation.ThrowIfCancellationRequested();
            using VideoFeatures features = grounder.Read(store, video.Id);
            scorer.Add(video, features);
            progress?.Report(new ProgressReport("spatio-temporal", ++done, set.Videos.Count, video.Id));
        }

        return scorer.Result();
    }

    /// <summary>The video's pool; where the files give none, the labels of its actions in order of first appearance.</summary>
    public static string[] Pool(GroundingVideo video)
    {
        ArgumentNullException.ThrowIfNull(video);
        IEnumerable<string> names = video.Pool.Count > 0 ? video.Pool : video.Actions.Select(a => a.Label);
        return [.. names.Where(n => n != "background").Distinct(StringComparer.Ordinal)];
    }

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
