namespace Workbench.Metrics;

/// <summary>Temporal IoU and IoD (What-When-Where section 8.3 (iii)) of frame-wise labels, a video at a time, averaged over videos.</summary>
/// <remarks>
/// Background is taken out of both sides. A video without annotated action has no score and is left out of the mean
/// (TCFPN's code gives NaN). An action without any prediction of its label scores 0 in both numbers.
/// </remarks>
public sealed class TemporalOverlap(int background, TemporalRule rule = TemporalRule.Tcfpn)
{
    private double _iou;
    private double _iod;
    private int _parts;

    /// <summary>Videos that had a score.</summary>
    public int Videos { get; private set; }

    /// <summary>Mean over the videos added; NaN where none had a score.</summary>
    public TemporalScore Result => Videos > 0 ? new(_iou / Videos, _iod / Videos, _parts) : new(double.NaN, double.NaN, 0);

    /// <summary>Adds a video; gives its own score, null where it has no annotated action.</summary>
    /// <exception cref="ArgumentException">The two label lists differ in length.</exception>
    public TemporalScore? Add(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted)
    {
        var score = Of(truth, predicted, background, rule);
        if (score is null)
            return null;
        Videos++;
        _iou += score.Iou;
        _iod += score.Iod;
        _parts += score.Parts;
        return score;
    }

    /// <summary>The score of one video, null where it has no annotated action.</summary>
    /// <exception cref="ArgumentException">The two label lists differ in length.</exception>
    public static TemporalScore? Of(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, int background, TemporalRule rule = TemporalRule.Tcfpn)
    {
        if (truth.Length != predicted.Length)
            throw new ArgumentException($"{truth.Length} annotated frames but {predicted.Length} predicted ones.", nameof(predicted));
        return rule switch
        {
            TemporalRule.Tcfpn => Tcfpn(truth, predicted, background),
            TemporalRule.ClassSets => ClassSets(truth, predicted, background),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
        };
    }

    private static TemporalScore? Tcfpn(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, int background)
    {
        var detections = FrameLabels.Runs(predicted);
        double iou = 0, iod = 0;
        int segments = 0;
        foreach (var (label, start, end) in FrameLabels.Runs(truth))
        {
            if (label == background)
                continue;
            segments++;
            double bestIou = 0, bestIod = 0;
            foreach (var other in detections)
            {
                if (other.Label != label)
                    continue;
                double common = Math.Max(0, Math.Min(end, other.End) - Math.Max(start, other.Start));
                bestIou = Math.Max(bestIou, common / (Math.Max(end, other.End) - Math.Min(start, other.Start)));
                bestIod = Math.Max(bestIod, common / (other.End - other.Start));
            }

            iou += bestIou;
            iod += bestIod;
        }

        return segments > 0 ? new(iou / segments, iod / segments, segments) : null;
    }

    private static TemporalScore? ClassSets(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, int background)
    {
        var counts = new Dictionary<int, (int Truth, int Predicted, int Common)>();
        for (int i = 0; i < truth.Length; i++)
        {
            var mine = counts.GetValueOrDefault(truth[i]);
            counts[truth[i]] = (mine.Truth + 1, mine.Predicted, mine.Common + (truth[i] == predicted[i] ? 1 : 0));
            var theirs = counts.GetValueOrDefault(predicted[i]);
            counts[predicted[i]] = theirs with { Predicted = theirs.Predicted + 1 };
        }

        double iou = 0, iod = 0;
        int classes = 0;
        foreach (var (label, count) in counts)
        {
            if (label == background || count.Truth == 0)
                continue;
            classes++;
            iou += (double)count.Common / (count.Truth + count.Predicted - count.Common);
            iod += count.Predicted > 0 ? (double)count.Common / count.Predicted : 0;
        }

        return classes > 0 ? new(iou / classes, iod / classes, classes) : null;
    }
}
