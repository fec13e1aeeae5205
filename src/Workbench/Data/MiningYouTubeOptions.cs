namespace Workbench.Data;

/// <summary>How MiningYouTube is read.</summary>
public sealed record MiningYouTubeOptions : ReadOptions
{
    /// <summary>Labels as written (default), or mapped to the dictionary's classes.</summary>
    public MiningYouTubeLabels Labels { get; init; } = MiningYouTubeLabels.AsWritten;
}
