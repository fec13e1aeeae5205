using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>A box found in a frame, with its confidence.</summary>
public readonly record struct BoxDetection(Box Box, double Score);
