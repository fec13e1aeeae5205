namespace Workbench.Data.Inspection;

/// <summary>What a file or folder may be.</summary>
public enum InspectionKind
{
    /// <summary>A folder with the folders of data sets (<see cref="DataRoot"/>).</summary>
    DataRoot,
    HowTo100M,
    GroundingYouTube,
    MiningYouTube,
    YouCook2Interactions,
    CharadesSTA,
    ActivityNetCaptions,
    TACoS,
    YouCook2,
    VHICO,
    DALY,

    /// <summary>A folder of features (<see cref="FeatureStore"/>).</summary>
    Features,

    /// <summary>A file of named arrays (<see cref="TensorFiles"/>).</summary>
    Weights,

    /// <summary>A video file.</summary>
    Video,
}
