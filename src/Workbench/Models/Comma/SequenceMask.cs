using static TorchSharp.torch;

namespace Workbench.Models.Comma;

// Shapes: R regions = F steps × N cells, K words, L = R + K tokens, regions first.

/// <summary>The binary masks of Figure 2 (a), refined by <see cref="RegionAttention"/>.</summary>
public static class SequenceMask
{
    /// <summary>True where the query of a row may select the key of a column, (L, L).</summary>
    /// <param name="mask">Cross, self or full.</param>
    /// <param name="regions">R.</param>
    /// <param name="words">K.</param>
    /// <param name="cells">N; R is a multiple of it.</param>
    /// <param name="among">Which regions see each other in a self-attention; <see cref="RegionAttention.SpatialTemporal"/> is two layers and not one mask.</param>
    /// <param name="device">Where it is.</param>
    /// <exception cref="ArgumentException">R is no multiple of N, or the kind is no mask.</exception>
    public static Tensor Of(AttentionMask mask, long regions, long words, long cells, RegionAttention among = RegionAttention.Spatiotemporal, Device? device = null)
    {
        if (regions % cells != 0)
            throw new ArgumentException($"Regions come in steps of {cells} cells; {regions} were given.", nameof(regions));
        Tensor index_L = arange(regions + words, ScalarType.Int64, device), isWord_L = index_L >= regions;
        Tensor other_LL = isWord_L.unsqueeze(1).logical_xor(isWord_L.unsqueeze(0));
        if (mask != AttentionMask.Self)
            return mask == AttentionMask.Cross ? other_LL : other_LL.logical_or(other_LL.logical_not());
        Tensor same_LL = other_LL.logical_not();
        if (among == RegionAttention.Spatiotemporal)
            return same_LL;
        Tensor part_L = among switch
        {
            RegionAttention.Spatial => index_L.div(cells, RoundingMode.floor),
            RegionAttention.Temporal => index_L.remainder(cells),
            _ => throw new ArgumentException($"{among} is two layers, {RegionAttention.Spatial} and {RegionAttention.Temporal}, each with a mask of its own.", nameof(among)),
        };
        Tensor words_LL = isWord_L.unsqueeze(1).logical_and(isWord_L.unsqueeze(0));
        return same_LL.logical_and(part_L.unsqueeze(1).eq(part_L.unsqueeze(0)).logical_or(words_LL));
    }
}
