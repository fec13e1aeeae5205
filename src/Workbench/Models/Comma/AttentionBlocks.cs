using static TorchSharp.torch;

namespace Workbench.Models.Comma;

// Shapes: … windows, or pairs of a video and a sentence; R regions, K words.

/// <summary>The attention weights of one layer over regions and words, query by key; null where no query of that kind may select such a key, or where it was not asked for.</summary>
/// <param name="Regions_RR">Regions over regions.</param>
/// <param name="RegionWords_RK">Regions over words.</param>
/// <param name="WordRegions_KR">Words over regions.</param>
/// <param name="Words_KK">Words over words.</param>
public sealed record AttentionBlocks(Tensor? Regions_RR, Tensor? RegionWords_RK, Tensor? WordRegions_KR, Tensor? Words_KK)
{
    /// <summary>A self-attention whose regions' weights were not kept.</summary>
    public bool RegionsLeftOut { get; init; }
}
