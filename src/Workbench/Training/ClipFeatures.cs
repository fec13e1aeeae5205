using Workbench.Data;

namespace Workbench.Training;

/// <summary>Features of a step's clips before they become tensors: frames (B, U, D) and regions (B, U, N, D), row-major.</summary>
public sealed record ClipFeatures(Clip[] Clips, float[] Frames, long[] FramesShape, float[] Regions, long[] RegionsShape)
{
    /// <summary>Sound (B, A, D); null where the recipe has none.</summary>
    public FeatureArray? Audio { get; init; }
}
