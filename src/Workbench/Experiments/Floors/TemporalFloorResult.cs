using Workbench.Metrics;

namespace Workbench.Experiments.Floors;

/// <summary>Temporal IoU and IoD of uniform splits by both readings of the metric, and the share of seconds with the right label.</summary>
public sealed record TemporalFloorResult(TemporalScore Tcfpn, TemporalScore ClassSets, double FrameAccuracy, int Videos, long Seconds);
