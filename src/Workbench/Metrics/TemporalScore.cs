namespace Workbench.Metrics;

/// <summary>Intersection over union and over detection, in [0, 1], of one video or as a mean over videos; <paramref name="Parts"/> segments or classes entered.</summary>
public sealed record TemporalScore(double Iou, double Iod, int Parts);
