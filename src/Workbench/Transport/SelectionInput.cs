using static TorchSharp.torch;

namespace Workbench.Transport;

// Shapes: B clips, U candidate frames, N regions a frame, K words, D width.

/// <summary>What frames and text look like when frames are chosen; both sides already in the same space.</summary>
/// <param name="Frames_BUD">One vector a frame.</param>
/// <param name="Regions_BUND">The regions of each frame; may be null unless <see cref="SelectionVideo.Global"/> is not used.</param>
/// <param name="Sentence_BD">The sentence vectors.</param>
/// <param name="Words_BKD">The word vectors.</param>
/// <param name="Mask_BK">True where a position is a word.</param>
public sealed record SelectionInput(Tensor Frames_BUD, Tensor? Regions_BUND, Tensor Sentence_BD, Tensor Words_BKD, Tensor Mask_BK);
