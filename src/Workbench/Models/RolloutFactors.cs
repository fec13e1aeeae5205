using static TorchSharp.torch;

namespace Workbench.Models;

// Shapes: W windows, R regions of a window, K words.

/// <summary>The attention weights a heat map is made of, for the windows of one video and one sentence (systems.md 1.11). Rows sum to 1 over valid entries.</summary>
/// <param name="First_WKR">Layer 1, text side: each word over the regions.</param>
/// <param name="Words_WKK">Self-attention among the words.</param>
/// <param name="Second_WRK">Layer 2, video side: each region over the words.</param>
/// <param name="FirstRegions_WRK">Layer 1, video side: each region over the words.</param>
/// <param name="Regions_WRR">Self-attention among the regions; null unless asked for (R² numbers a window).</param>
/// <param name="SecondWords_WKR">Layer 2, text side: each word over the regions.</param>
/// <param name="Mask_WK">True where a position is a word.</param>
public sealed record RolloutFactors(
    Tensor First_WKR, Tensor Words_WKK, Tensor Second_WRK, Tensor FirstRegions_WRK, Tensor? Regions_WRR, Tensor SecondWords_WKR, Tensor Mask_WK);
