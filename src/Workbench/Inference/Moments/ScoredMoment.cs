using Workbench.Data;

namespace Workbench.Inference.Moments;

/// <summary>A moment that a model proposes, in seconds of what it was shown.</summary>
public readonly record struct ScoredMoment(Segment Segment, double Score);
