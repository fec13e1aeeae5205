namespace Workbench.Metrics;

/// <summary>A predicted action as a volume: the pixels claimed in each second, and the confidence by which tubes are ranked.</summary>
/// <remarks>The confidence of What-When-Where's tubes is not stated; the mean global similarity over the tube is the workbench's choice.</remarks>
public sealed record MaskTube(string Label, IReadOnlyDictionary<int, SpanMask> Masks, double Confidence);
