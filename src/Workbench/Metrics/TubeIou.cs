using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>Overlap of two volumes in space and time.</summary>
public static class TubeIou
{
    /// <summary>
    /// Voxels in both over voxels in either (What-When-Where section 8.3: "IoU between our 3D heatmap and 3D tube").
    /// Seconds that the annotation leaves open are left out on both sides; 0 where the union is empty.
    /// </summary>
    public static double Voxels(MaskTube predicted, TruthTube truth, BoxMaskRule rule = BoxMaskRule.Exact)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(truth);
        var frame = predicted.Masks.Values.FirstOrDefault();
        if (frame is null)
            return 0;
        long intersection = 0, union = 0;
        foreach (var (second, mask) in predicted.Masks)
            if (!truth.Unannotated.Contains(second) && !truth.Boxes.ContainsKey(second))
                union += mask.Area;
        foreach (var (second, box) in truth.Boxes)
        {
            var boxMask = SpanMask.FromBox(box, frame.Width, frame.Height, rule);
            predicted.Masks.TryGetValue(second, out var mask);
            long common = mask?.Intersection(boxMask) ?? 0;
            intersection += common;
            union += (mask?.Area ?? 0) + boxMask.Area - common;
        }

        return union > 0 ? (double)intersection / union : 0;
    }

    /// <summary>
    /// ACT's tube overlap (released code): mean box IoU over the common frames, with areas counted in whole pixels
    /// (right − left + 1), times common frames over all frames. 0 where the tubes share no frame.
    /// </summary>
    /// <remarks>ACT takes spans; here frames are counted one by one, the same for tubes without gaps.</remarks>
    public static double Act(IReadOnlyDictionary<int, Box> first, IReadOnlyDictionary<int, Box> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        double sum = 0;
        int common = 0;
        foreach (var (frame, box) in first)
            if (second.TryGetValue(frame, out var other))
            {
                sum += PixelIou(box, other);
                common++;
            }

        return common > 0 ? sum / (first.Count + second.Count - common) : 0; // = sum / common · common / all
    }

    /// <summary>IoU of two boxes whose bounds are both inside them: sides are right − left + 1.</summary>
    public static double PixelIou(Box first, Box second)
    {
        var common = first.Intersect(second);
        double intersection = Area(common), union = Area(first) + Area(second) - intersection;
        return union > 0 ? intersection / union : 0;

        static double Area(Box box) => Math.Max(0, box.Right - box.Left + 1) * Math.Max(0, box.Bottom - box.Top + 1);
    }
}
