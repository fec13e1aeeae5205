using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>
/// Features of B sentences: one vector a sentence, and one a word slot (K slots). <paramref name="Mask_BK"/> is true where the slot
/// holds a word; slots after the words hold the encoder's outputs for the end token and the padding, not zeros. Not normalised.
/// </summary>
public sealed record TextFeatures(Tensor Global_BD, Tensor Words_BKD, Tensor Mask_BK) : IDisposable
{
    public void Dispose()
    {
        Global_BD.Dispose();
        Words_BKD.Dispose();
        Mask_BK.Dispose();
    }
}
