using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences with a video each, T clips, D width, L words to be said, V vocabulary.

/// <summary>What the branch makes of a batch.</summary>
/// <param name="Clips_BTD">X.</param>
/// <param name="Sentence_BD">Y.</param>
/// <param name="Set_BT">1 where a clip is in the support set; for GTC the moment's clips.</param>
/// <param name="Has_B">1 where that set is not empty.</param>
/// <param name="ClipScores_BBT">GTC: sentence i with clip t of video j, over τ; else null.</param>
/// <param name="Scores_BB">SS: pooled video i with sentence j, over τ; else null.</param>
/// <param name="Pooled_BD">w; null where nothing asks for it.</param>
/// <param name="CaptionLogits_BLV">The decoder's; null without captions.</param>
/// <param name="CaptionWords_BL">The words to be said, the sign of the end last.</param>
/// <param name="CaptionMask_BL">True where there is one.</param>
public sealed record SupportSetOutput(
    Tensor Clips_BTD, Tensor Sentence_BD, Tensor Set_BT, Tensor Has_B, Tensor? ClipScores_BBT, Tensor? Scores_BB, Tensor? Pooled_BD,
    Tensor? CaptionLogits_BLV, Tensor? CaptionWords_BL, Tensor? CaptionMask_BL);
