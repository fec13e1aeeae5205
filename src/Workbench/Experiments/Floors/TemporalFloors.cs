using Workbench.Data;
using Workbench.Metrics;

namespace Workbench.Experiments.Floors;

/// <summary>Divides each video equally among the steps of its transcript, in order, without looking at it.</summary>
/// <remarks>
/// The transcript are the actions with end after start, by start. A video lasts its duration, or, where the annotation does not
/// say, until its last action ends. Where actions overlap, the later one has the frame.
/// </remarks>
public static class TemporalFloors
{
    private const int Background = 0;

    /// <summary>The scores over all videos with an action.</summary>
    /// <param name="set">The annotations.</param>
    /// <param name="knowledge">What is told about the background.</param>
    /// <param name="fps">Frames a second at which labels are compared.</param>
    public static TemporalFloorResult Evaluate(GroundingSet set, BackgroundKnowledge knowledge, double fps = 1)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fps);
        TemporalOverlap segments = new(Background), classes = new(Background, TemporalRule.ClassSets);
        var accuracy = new FrameAccuracy();
        foreach (var video in set.Videos)
        {
            ActionSegment[] actions = [.. video.Actions.Where(action => !action.Segment.IsEmpty).OrderBy(action => action.Segment.Start)];
            if (actions.Length == 0)
                continue;
            string[] names = [.. actions.Select(action => action.Label).Distinct(StringComparer.Ordinal)];
            int[] labels = [.. actions.Select(action => 1 + Array.IndexOf(names, action.Label))];
            int frames = (int)Math.Ceiling((video.Duration ?? actions.Max(action => action.Segment.End)) * fps);
            int[] truth = FrameLabels.FromSegments(actions.Zip(labels, (action, label) => (action.Segment, label)), frames, fps, Background);
            int[] predicted = Predict(truth, labels, knowledge);
            segments.Add(truth, predicted);
            classes.Add(truth, predicted);
            accuracy.Add(truth, predicted);
        }

        return new(segments.Result, classes.Result, accuracy.Value, segments.Videos, (long)Math.Round(accuracy.Frames / fps));
    }

    private static int[] Predict(int[] truth, int[] actions, BackgroundKnowledge knowledge)
    {
        switch (knowledge)
        {
            case BackgroundKnowledge.None:
                return Split(actions, truth.Length);
            case BackgroundKnowledge.Transcript:
                return Split([.. FrameLabels.Runs(truth).Select(run => run.Label)], truth.Length);
            case BackgroundKnowledge.Seconds:
                var shared = Split(actions, truth.Count(label => label != Background));
                int next = 0;
                return Array.ConvertAll(truth, label => label == Background ? Background : shared[next++]);
            default:
                throw new ArgumentOutOfRangeException(nameof(knowledge), knowledge, "Unknown knowledge.");
        }
    }

    /// <summary>Frame i of n belongs to step ⌊(i + ½) · steps / n⌋.</summary>
    internal static int[] Split(IReadOnlyList<int> steps, int frames) =>
        [.. Enumerable.Range(0, frames).Select(i => steps[(int)Math.Min(steps.Count - 1, (i + 0.5) * steps.Count / frames)])];
}
