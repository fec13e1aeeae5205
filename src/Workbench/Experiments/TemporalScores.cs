namespace Workbench.Experiments;

/// <summary>Temporal grounding with the order of the actions given (What-When-Where Table 4). In percent.</summary>
/// <param name="Iou">Intersection over union, mean over segments, then videos.</param>
/// <param name="Iod">Intersection over detection.</param>
/// <param name="FrameAccuracy">Seconds with the right step or background (MoF).</param>
/// <param name="Videos">Videos scored.</param>
public sealed record TemporalScores(double Iou, double Iod, double FrameAccuracy, int Videos);
