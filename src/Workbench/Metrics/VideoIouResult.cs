namespace Workbench.Metrics;

/// <summary>m_vIoU, vIoU@0.3, vIoU@0.5 and m_tIoU over videos, in [0, 1]; NaN where none was added.</summary>
public sealed record VideoIouResult(double MeanVideoIoU, double At30, double At50, double MeanTemporalIoU, int Videos);
