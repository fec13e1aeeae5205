namespace Workbench.Data.NarratedKitchen.Annotation;

/// <summary>The clicks on one second of an action, one entry an annotator, null for "can't say"; whole pixels of the 640×480 frame.</summary>
internal sealed record AnnotatedSecond(int Second, int Span, string Label, IReadOnlyList<Point?> Clicks)
{
    public IReadOnlyList<Point> Points { get; } = [.. Clicks.Where(c => c is not null).Select(c => c!.Value)];

    /// <summary>The mean of the points; null without any.</summary>
    public Point? Mean => Points.Count == 0 ? null : new(Points.Average(p => p.X), Points.Average(p => p.Y));

    /// <summary>The mean distance of the points from their mean.</summary>
    public double? MeanDistance => Mean is { } mean ? Points.Average(p => Math.Sqrt((p.X - mean.X) * (p.X - mean.X) + (p.Y - mean.Y) * (p.Y - mean.Y))) : null;

    /// <summary>
    /// The box rule of the public set: the points' hull with a constant margin, clipped. The public files clip x to 480 and
    /// y to 640 (<see cref="AnnotatorOptions.SwappedClip"/>). Null without points.
    /// </summary>
    public Box? Box(AnnotatorOptions options) => Points.Count == 0 ? null : PointBoxes.Around(
        Points, new FrameSize(TruthBuilder.Width, TruthBuilder.Height), options.SwappedClip ? BoxClipping.ReleasedCode : BoxClipping.Corrected, options.BoxMargin);
}
