using Workbench.Data;

namespace Workbench.Experiments;

/// <summary>How <see cref="DataFolder"/> reads. With <see cref="ReadOptions.SkipBad"/> a test video that is missing or broken, and an action outside its video, is left out as well.</summary>
public sealed record DataFolderOptions : ReadOptions
{
    /// <summary>
    /// True cuts the single-action clips of Table 7 from ground_seg_3to20.json where it is there (2,869 clips); false from the segments of the other tasks
    /// (seg.json: 3,648).
    /// </summary>
    public bool PublishedSingleActions { get; init; }
}
