using Workbench.Data;
using Workbench.Inference;
using Workbench.Metrics;

namespace Workbench.Experiments;

// Shapes: F seconds, P different actions, C = P + 1 classes, background last.

/// <summary>Finds the segmentation of a video whose actions and their order are known (MiningYouTube; What-When-Where section 5.3 (iii)).</summary>
public static class TemporalTask
{
    public static TemporalScores Run(Grounder grounder, FeatureStore store, GroundingSet set, TemporalTaskOptions? options = null, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grounder);
        ArgumentNullException.ThrowIfNull(set);
        options ??= new TemporalTaskOptions();
        double iou = 0, iod = 0, accuracy = 0;
        int videos = 0, done = 0;
        foreach (GroundingVideo video in set.Videos)
        {
            cancellation.ThrowIfCancellationRequested();
            using VideoFeatures features = grounder.Read(store, video.Id);
            string[] classes = Classes(video);
            double[,] score_FC = LogProbabilities(grounder.Scores(features, classes), grounder.Options.BackgroundThreshold, options.Temperature);
            int[] predicted = Align(video, classes, score_FC, options);
            int[] truth = Truth(video, classes, features.Seconds);
            if (TemporalOverlap.Of(truth, predicted, classes.Length) is { } score)
            {
                (iou, iod, videos) = (iou + score.Iou, iod + score.Iod, videos + 1);
                accuracy += truth.Zip(predicted).Count(pair => pair.First == pair.Second) / (double)truth.Length;
            }
            progress?.Report(new ProgressReport("temporal", ++done, set.Videos.Count, video.Id));
        }
        return new TemporalScores(100 * iou / videos, 100 * iod / videos, 100 * accuracy / videos, videos);
    }

    /// <summary>One class a second; background is <c>classes.Length</c>.</summary>
    public static int[] Truth(GroundingVideo video, IReadOnlyList<string> classes, int seconds)
    {
        ArgumentNullException.ThrowIfNull(video);
        ArgumentNullException.ThrowIfNull(classes);
        return FrameLabels.FromSegments(video.Actions.Where(a => !a.Segment.IsEmpty).Select(a => (a.Segment, Index(classes, a.Label))), seconds, 1, classes.Count);
    }

    /// <summary>Log-softmax over the steps and background, whose cosine is the threshold below which a second is background.</summary>
    private static double[,] LogProbabilities(double[,] score_FP, double background, double temperature)
    {
        int frames = score_FP.GetLength(0), actions = score_FP.GetLength(1);
        var result_FC = new double[frames, actions + 1];
        for (int f = 0; f < frames; f++)
        {
            double max = background / temperature, sum = 0;
            for (int c = 0; c <= actions; c++)
            {
                result_FC[f, c] = (c < actions ? score_FP[f, c] : background) / temperature;
                max = Math.Max(max, result_FC[f, c]);
            }
            for (int c = 0; c <= actions; c++)
                sum += Math.Exp(result_FC[f, c] - max);
            for (int c = 0; c <= actions; c++)
                result_FC[f, c] -= max + Math.Log(sum);
        }
        return result_FC;
    }

    /// <summary>The transcript: the actions in order of their start, background before, between and after them where asked for.</summary>
    public static IReadOnlyList<int> Transcript(GroundingVideo video, IReadOnlyList<string> classes, bool backgroundSteps = true)
    {
        ArgumentNullException.ThrowIfNull(video);
        ArgumentNullException.ThrowIfNull(classes);
        List<int> transcript = [];
        foreach (ActionSegment action in video.Actions.Where(a => !a.Segment.IsEmpty).OrderBy(a => a.Segment.Start))
        {
            if (backgroundSteps)
                transcript.Add(classes.Count);
            transcript.Add(Index(classes, action.Label));
        }
        if (backgroundSteps)
            transcript.Add(classes.Count);
        return transcript;
    }

    /// <summary>The actions of a video's transcript, each once, in the order of first appearance.</summary>
    public static string[] Classes(GroundingVideo video)
    {
        ArgumentNullException.ThrowIfNull(video);
        return [.. video.Actions.Select(a => a.Label).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The floor: every step of the transcript gets the same share of the video.</summary>
    public static int[] Uniform(GroundingVideo video, IReadOnlyList<string> classes, int seconds)
    {
        IReadOnlyList<int> transcript = Transcript(video, classes);
        return [.. Enumerable.Range(0, seconds).Select(s => transcript[s * transcript.Count / seconds])];
    }

    private static int[] Align(GroundingVideo video, string[] classes, double[,] score_FC, TemporalTaskOptions options)
    {
        IReadOnlyList<int> transcript = Transcript(video, classes, options.BackgroundSteps);
        if (transcript.Count > score_FC.GetLength(0))
            throw new ArgumentException($"Video '{video.Id}' has {score_FC.GetLength(0)} seconds of features for {transcript.Count} steps; are these its features?");
        return OrderedAlignment.Align(score_FC, transcript, options.Alignment).Label_T;
    }

    private static int Index(IReadOnlyList<string> classes, string label)
    {
        for (int i = 0; i < classes.Count; i++)
            if (classes[i] == label)
                return i;
        throw new ArgumentException($"'{label}' is not among the classes.", nameof(label));
    }
}
