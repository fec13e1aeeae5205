using static TorchSharp.torch;

namespace Workbench.Training.Moments;

// Shapes: B sentences, N clips of the map, T clips.

/// <summary>The truth of a batch as the losses want it.</summary>
/// <param name="Overlap_BNN">IoU of each cell (first clip, last clip) with the moment; null for a model without a map.</param>
/// <param name="Bounds_B2">Start and end relative to the length of what is shown.</param>
/// <param name="Inside_BT">1 where a clip lies in the moment; each row has one.</param>
/// <param name="Videos_B">A number for each video, int64, the same for the same video.</param>
public sealed record MomentTargets(Tensor? Overlap_BNN, Tensor Bounds_B2, Tensor Inside_BT, Tensor Videos_B);
