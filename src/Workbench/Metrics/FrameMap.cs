using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>Frame-mAP: boxes against boxes, frame by frame. AVA (released ActivityNet evaluation) with <see cref="ApOptions.Ava"/>, V-HICO's box variant with <see cref="ApOptions.Vhico"/>.</summary>
public sealed class FrameMap
{
    private readonly DetectionAp _detections = new();

    /// <summary>Adds the boxes of one class in one frame; overlaps are IoUs of continuous areas.</summary>
    public void Add(string label, string frame, IReadOnlyList<BoxDetection> detections, IReadOnlyList<Box> truths)
    {
        ArgumentNullException.ThrowIfNull(detections);
        ArgumentNullException.ThrowIfNull(truths);
        var overlap_DG = new double[detections.Count, truths.Count];
        for (int d = 0; d < detections.Count; d++)
            for (int g = 0; g < truths.Count; g++)
            {
                Require.Finite(detections[d].Box, $"{frame}, {label}: detection {d}:");
                Require.Finite(truths[g], $"{frame}, {label}: ground truth {g}:");
                overlap_DG[d, g] = detections[d].Box.IoU(truths[g]);
            }

        _detections.Add(label, frame, [.. detections.Select(detection => detection.Score)], overlap_DG);
    }

    public ApResult Result(ApOptions? options = null) => _detections.Result(options ?? ApOptions.Ava);
}
