using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>Features of B sentences.</summary>
/// <param name="Global_BD">One vector a sentence.</param>
/// <param name="Words_BKD">K word slots a sentence; padding slots hold whatever the encoder gives there.</param>
/// <param name="Mask_BK">Bool, true where a slot is a word.</param>
public sealed record TextFeatures(Tensor Global_BD, Tensor Words_BKD, Tensor Mask_BK);
