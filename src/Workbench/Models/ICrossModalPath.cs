using static TorchSharp.torch;

namespace Workbench.Models;

// Shapes: V videos, T sentences, R regions, K words, D width, W windows.

/// <summary>One way to compute the local branch.</summary>
internal interface ICrossModalPath
{
    /// <summary>All V×T pairs. Videos (V, R, D), words (T, K, D), mask (T, K) true where a word.</summary>
    PooledPairs Pairs(Tensor video_VRD, Tensor words_TKD, Tensor mask_TK);

    /// <summary>Attention weights of W windows, each with its own sentence: (W, R, D), (W, K, D), (W, K).</summary>
    RolloutFactors Factors(Tensor video_WRD, Tensor words_WKD, Tensor mask_WK, bool withRegionAttention);
}
