using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>
/// IoU+Point (What-When-Where section 8.3 (i)): a second is correct when the predicted action is the annotated one
/// and its point lies in the box; correct seconds over the union of annotated and predicted ones.
/// </summary>
/// <remarks>
/// Decided here, as the paper is silent. Seconds of an action are the whole ones from start to end, both included, as the boxes are
/// given. Seconds in an action but without a box (19% of GroundingYouTube) are left out of both sides. Actions with
/// end ≤ start, and actions without any box, are left out. Where actions overlap, any of their labels is right.
/// Seconds after the last answer count as background. A video without scorable action adds nothing to
/// <see cref="IouPointAverage.PerSegment"/>; its predictions still count in <see cref="IouPointAverage.Micro"/>.
/// </remarks>
public sealed class IouPoint
{
    private double _videoSum;
    private int _videos;
    private int _segments;
    private long _correct;
    private long _union;

    /// <summary>Adds a video. <paramref name="answers"/>[s] is about second s.</summary>
    /// <exception cref="ArgumentException">A point is not finite where an action is predicted; the message names video and second.</exception>
    public void Add(GroundingVideo video, IReadOnlyList<SecondAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(video);
        ArgumentNullException.ThrowIfNull(answers);
        for (int s = 0; s < answers.Count; s++)
            if (answers[s].Label is not null)
                Require.Finite(answers[s].Point, $"{video.Id}, second {s}: point");

        var annotated = new HashSet<int>();
        var actions = new List<(string Label, HashSet<int> Seconds)>();
        foreach (var action in video.Actions.Where(action => !action.Segment.IsEmpty))
        {
            var seconds = new HashSet<int>();
            for (int s = (int)Math.Ceiling(action.Segment.Start); s <= (int)Math.Floor(action.Segment.End); s++)
            {
                annotated.Add(s);
                if (video.Boxes.ContainsKey(s))
                    seconds.Add(s);
            }

            if (seconds.Count > 0)
                actions.Add((action.Label, seconds));
        }

        bool Unknown(int s) => annotated.Contains(s) && !video.Boxes.ContainsKey(s);
        bool Hit(int s) => s >= 0 && s < answers.Count && video.Boxes.TryGetValue(s, out var box) && box.Contains(answers[s].Point);
        PerSegment(actions, Runs(answers, Unknown), Hit);
        Micro(actions, answers, Unknown, Hit);
    }

    /// <summary>The score by one average.</summary>
    public IouPointResult Result(IouPointAverage average = IouPointAverage.PerSegment)
    {
        double value = average switch
        {
            IouPointAverage.PerSegment => _videos > 0 ? _videoSum / _videos : double.NaN,
            IouPointAverage.Micro => _union > 0 ? (double)_correct / _union : double.NaN,
            _ => throw new ArgumentOutOfRangeException(nameof(average), average, "Unknown average."),
        };
        return new(value, _videos, _segments, _correct, _union);
    }

    private void PerSegment(List<(string Label, HashSet<int> Seconds)> actions, List<(string Label, HashSet<int> Seconds)> runs, Func<int, bool> hit)
    {
        if (actions.Count == 0)
            return;
        double sum = 0;
        foreach (var (label, seconds) in actions)
        {
            double best = 0;
            foreach (var run in runs.Where(run => run.Label == label))
            {
                int common = seconds.Count(run.Seconds.Contains);
                int correct = seconds.Count(s => run.Seconds.Contains(s) && hit(s));
                best = Math.Max(best, (double)correct / (seconds.Count + run.Seconds.Count - common));
            }

            sum += best;
        }

        _videoSum += sum / actions.Count;
        _videos++;
        _segments += actions.Count;
    }

    private void Micro(List<(string Label, HashSet<int> Seconds)> actions, IReadOnlyList<SecondAnswer> answers, Func<int, bool> unknown, Func<int, bool> hit)
    {
        var union = new HashSet<int>(actions.SelectMany(action => action.Seconds));
        for (int s = 0; s < answers.Count; s++)
        {
            if (answers[s].Label is not { } label || unknown(s))
                continue;
            union.Add(s);
            if (hit(s) && actions.Exists(action => action.Label == label && action.Seconds.Contains(s)))
                _correct++;
        }

        _union += union.Count;
    }

    // Maximal runs of one predicted action; a run keeps its place in time, its unknown seconds are taken out of the count.
    private static List<(string Label, HashSet<int> Seconds)> Runs(IReadOnlyList<SecondAnswer> answers, Func<int, bool> unknown)
    {
        var runs = new List<(string Label, HashSet<int> Seconds)>();
        for (int s = 0; s < answers.Count; s++)
        {
            if (answers[s].Label is not { } label)
                continue;
            if (s == 0 || answers[s - 1].Label != label)
                runs.Add((label, []));
            if (!unknown(s))
                runs[^1].Seconds.Add(s);
        }

        return runs;
    }
}
