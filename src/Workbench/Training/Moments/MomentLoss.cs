using static TorchSharp.torch;

namespace Workbench.Training.Moments;

/// <summary>The loss of a batch.</summary>
/// <param name="Total">What is minimised.</param>
/// <param name="Own">The base model's.</param>
/// <param name="Contrast">The contrastive objective, not weighted; null without.</param>
/// <param name="Caption">The caption objective, not weighted; null without.</param>
public sealed record MomentLoss(Tensor Total, Tensor Own, Tensor? Contrast, Tensor? Caption);
