namespace Workbench.Data.Entities;

/// <summary>The proposals of one picture with their features.</summary>
/// <param name="Id">The picture.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Boxes">P boxes in pixels.</param>
/// <param name="Features">P × D, box by box.</param>
public sealed record ImageRegions(string Id, int Width, int Height, IReadOnlyList<Box> Boxes, float[] Features)
{
    /// <summary>D.</summary>
    public int FeatureWidth => Features.Length / Boxes.Count;
}
