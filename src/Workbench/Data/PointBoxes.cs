namespace Workbench.Data;

/// <summary>
/// Makes GroundingYouTube's boxes from annotators' points: the smallest box around the points with a margin on every side.
/// Source: measured on the released files (the paper only says "union of all annotated points with additional distance";
/// supplementary material on the annotation). Points are rounded to whole pixels first.
/// </summary>
public static class PointBoxes
{
    /// <summary>The margin in the released files, in pixels of the 640×480 frame.</summary>
    public const double ReleasedMargin = 100;

    /// <param name="points">At least one point, in the annotation frame.</param>
    /// <param name="frame">The annotation frame.</param>
    /// <exception cref="ArgumentException">No point.</exception>
    public static Box Around(IReadOnlyList<Point> points, FrameSize frame, BoxClipping clipping = BoxClipping.Corrected, double margin = ReleasedMargin)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Count == 0)
            throw new ArgumentException("A box is made around at least one point; none was given.", nameof(points));
        var (right, bottom) = clipping == BoxClipping.Corrected ? (frame.Width, frame.Height) : (frame.Height, frame.Width);
        return new Box(
            Math.Max(0, points.Min(point => Math.Round(point.X)) - margin),
            Math.Max(0, points.Min(point => Math.Round(point.Y)) - margin),
            Math.Min(right, points.Max(point => Math.Round(point.X)) + margin),
            Math.Min(bottom, points.Max(point => Math.Round(point.Y)) + margin));
    }
}
