using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>
/// vIoU of single-tube grounding (TubeDETR and STCAT, released code): the sum of box IoUs over the sampled frames that lie
/// in both spans, divided by the number of sampled frames in either; recall at vIoU strictly above 0.3 and 0.5.
/// </summary>
/// <remarks>Spans are frame numbers, end left out. Frames that were not sampled do not count. A sampled frame in both spans without a box on either side adds 0. Where no sampled frame lies in either span, vIoU is 0.</remarks>
public sealed class VideoIou
{
    private double _vIoU;
    private double _tIoU;
    private int _at30;
    private int _at50;
    private int _videos;

    /// <summary>Adds a video; gives its vIoU.</summary>
    public double Add(Segment predicted, IReadOnlyDictionary<int, Box> predictedBoxes, Segment truth, IReadOnlyDictionary<int, Box> truthBoxes, IReadOnlyCollection<int> sampledFrames)
    {
        double score = Of(predicted, predictedBoxes, truth, truthBoxes, sampledFrames);
        _vIoU += score;
        _tIoU += predicted.IoU(truth);
        _at30 += score > 0.3 ? 1 : 0;
        _at50 += score > 0.5 ? 1 : 0;
        _videos++;
        return score;
    }

    /// <summary>The vIoU of one video.</summary>
    public static double Of(Segment predicted, IReadOnlyDictionary<int, Box> predictedBoxes, Segment truth, IReadOnlyDictionary<int, Box> truthBoxes, IReadOnlyCollection<int> sampledFrames)
    {
        ArgumentNullException.ThrowIfNull(predictedBoxes);
        ArgumentNullException.ThrowIfNull(truthBoxes);
        ArgumentNullException.ThrowIfNull(sampledFrames);
        double sum = 0;
        int union = 0;
        foreach (int frame in sampledFrames)
        {
            bool mine = Inside(predicted, frame), theirs = Inside(truth, frame);
            union += mine || theirs ? 1 : 0;
            if (mine && theirs && predictedBoxes.TryGetValue(frame, out var box) && truthBoxes.TryGetValue(frame, out var other))
            {
                Require.Finite(box, $"Predicted box of frame {frame}:");
                sum += box.IoU(other);
            }
        }

        return union > 0 ? sum / union : 0;

        static bool Inside(Segment span, int frame) => span.Start <= frame && frame < span.End;
    }

    public VideoIouResult Result => _videos > 0
        ? new(_vIoU / _videos, (double)_at30 / _videos, (double)_at50 / _videos, _tIoU / _videos, _videos)
        : new(double.NaN, double.NaN, double.NaN, double.NaN, 0);
}
