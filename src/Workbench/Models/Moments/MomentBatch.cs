using static TorchSharp.torch;

namespace Workbench.Models.Moments;

// Shapes: B sentences, C clips as the model wants them sampled, V feature width, K words, E word width.

/// <summary>Sentences, each with the video that it is about.</summary>
/// <param name="Video_BCV">Clip features.</param>
/// <param name="VideoMask_BC">True where a position is a clip of the video; clips come first.</param>
/// <param name="Words_BKE">Word vectors, zeros behind the sentence.</param>
/// <param name="WordIds_BK">Places in the vocabulary, int64; 0 behind the sentence.</param>
/// <param name="WordMask_BK">True where a position is a word; words come first, each sentence has one.</param>
public sealed record MomentBatch(Tensor Video_BCV, Tensor VideoMask_BC, Tensor Words_BKE, Tensor WordIds_BK, Tensor WordMask_BK);
