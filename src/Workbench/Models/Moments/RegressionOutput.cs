using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences, T segments, D width, P phrases, K words.

/// <summary>LGI's answer.</summary>
/// <param name="Clips_BTD">The segments behind the video encoder, place included.</param>
/// <param name="ClipMask_BT">True where a segment is part of the video.</param>
/// <param name="Sentence_BD">The sentences behind the query encoder.</param>
/// <param name="Location_B2">Start and end relative to the video's length; nothing keeps them in order.</param>
/// <param name="Time_BT">Temporal attention, rows summing to 1.</param>
/// <param name="Phrases_BPK">Attention of each phrase over the words; null where the model has one phrase only, the sentence.</param>
public sealed record RegressionOutput(Tensor Clips_BTD, Tensor ClipMask_BT, Tensor Sentence_BD, Tensor Location_B2, Tensor Time_BT, Tensor? Phrases_BPK)
    : MomentOutput(Clips_BTD, ClipMask_BT, Sentence_BD);
