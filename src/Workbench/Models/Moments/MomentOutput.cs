using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences, T clips, D width.

/// <summary>What a model of moments makes of a batch; the embeddings are those that it fuses, and what cross-supervision works on (Sscs section 3.3.1).</summary>
/// <param name="Clips_BTD">X, the clips before they meet the sentence.</param>
/// <param name="ClipMask_BT">True where a clip is part of the video.</param>
/// <param name="Sentence_BD">Y, the sentences before they meet the video.</param>
public abstract record MomentOutput(Tensor Clips_BTD, Tensor ClipMask_BT, Tensor Sentence_BD);
