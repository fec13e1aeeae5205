using Workbench.Data;

namespace Workbench.Experiments.Moments;

/// <summary>What a model made of one sentence.</summary>
/// <param name="Sample">The sentence and what was shown.</param>
/// <param name="First">The first answer after suppression, in seconds of what was shown.</param>
/// <param name="Overlap">Its IoU with the truth.</param>
/// <param name="VideoSimilarity">Mean cosine of the sentence with the clips of its video.</param>
/// <param name="MomentSimilarity">Mean cosine with the clips of its moment.</param>
public sealed record MomentFinding(MomentSample Sample, Segment First, double Overlap, double VideoSimilarity, double MomentSimilarity);
