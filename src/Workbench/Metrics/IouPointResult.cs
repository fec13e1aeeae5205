namespace Workbench.Metrics;

/// <summary>IoU+Point by one average. <paramref name="Value"/> is in [0, 1], NaN where nothing could be scored.</summary>
public sealed record IouPointResult(double Value, int Videos, int Segments, long CorrectSeconds, long UnionSeconds);
