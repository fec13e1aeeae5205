using TorchSharp;
using Workbench.Data;
using Workbench.Inference;

namespace Workbench.Experiments;

/// <summary>
/// Spatio-temporal grounding of one given action in a short clip (What-When-Where appendix 9.2, Table 7): an action of 3 to 20 s with as much of the
/// video before and after it, so that it fills a third of the clip. Each clip counts as a video.
/// </summary>
public static class SingleActionTask
{
    /// <summary>Lengths of actions, in seconds, as the released ground_seg_3to20.json has them: clips of 9 to 60 s.</summary>
    public const int Shortest = 3, Longest = 20;

    public static SpatioTemporalScores Run(Grounder grounder, FeatureStore store, GroundingSet set, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grounder);
        ArgumentNullException.ThrowIfNull(set);
        var scorer = new SpatioTemporalScorer(grounder, new SpatioTemporalTaskOptions());
        int done = 0;
        foreach (GroundingVideo video in set.Videos)
        {
            cancellation.ThrowIfCancellationRequested();
            using VideoFeatures features = grounder.Read(store, video.Id);
            foreach ((GroundingVideo clip, int first, int count) in Clips(video, features.Seconds))
            {
                using DisposeScope scope = torch.NewDisposeScope();
                scorer.Add(clip, features.Narrow(first, count));
            }

            progress?.Report(new ProgressReport("single actions", ++done, set.Videos.Count, video.Id));
        }

        return scorer.Result();
    }

    /// <summary>The clips of a video: annotations moved to the clip's start, its first second, its number of seconds. Clips end where the video does.</summary>
    public static IEnumerable<(GroundingVideo Clip, int First, int Count)> Clips(GroundingVideo video, int seconds)
    {
        ArgumentNullException.ThrowIfNull(video);
        foreach (ActionSegment action in video.Actions)
        {
            int start = (int)Math.Floor(action.Segment.Start), end = (int)Math.Floor(action.Segment.End), length = end - start;
            if (length is < Shortest or > Longest || start >= seconds)
                continue;
            int first = Math.Max(0, start - length), count = Math.Min(seconds, end + length) - first;
            yield return (video with
            {
                Id = $"{video.Id} {start}-{end}",
                Duration = count,
                Actions = [action with { Segment = new Segment(start - first, end - first) }],
                Boxes = video.Boxes.Where(b => b.Key >= first && b.Key < first + count).ToDictionary(b => b.Key - first, b => b.Value),
                Points = video.Points.Where(p => p.Key >= first && p.Key < first + count).ToDictionary(p => p.Key - first, p => p.Value),
                Pool = [action.Label],
            }, first, count);
        }
    }
}
