using static TorchSharp.torch;

namespace Workbench.Models.Comma;

/// <summary>The layers between the projections and the pooling.</summary>
internal interface ICommaStack
{
    /// <summary>Leading axes broadcast: (V, 1) with (1, T) gives all pairs, (W) with (W) one sentence a window.</summary>
    AttentionPass Run(Tensor video_RD, Tensor words_KD, Tensor mask_K, bool withRegions);
}
