using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences, T = N clips, D width.

/// <summary>2D-TAN's answer.</summary>
/// <param name="Clips_BTD">The clips behind <see cref="FrameAvgPool"/>.</param>
/// <param name="ClipMask_BT">True everywhere.</param>
/// <param name="Sentence_BD">The sentences behind the fusion's linear layer.</param>
/// <param name="Scores_BNN">A logit for each moment (first clip, last clip), 0 where a cell is none.</param>
/// <param name="Mask_NN">1 where a cell is a moment.</param>
public sealed record ProposalOutput(Tensor Clips_BTD, Tensor ClipMask_BT, Tensor Sentence_BD, Tensor Scores_BNN, Tensor Mask_NN) : MomentOutput(Clips_BTD, ClipMask_BT, Sentence_BD);
