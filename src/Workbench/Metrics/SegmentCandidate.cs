using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>A span of time proposed for a query, with its score.</summary>
public readonly record struct SegmentCandidate(Segment Segment, double Score);
