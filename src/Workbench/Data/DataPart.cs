namespace Workbench.Data;

/// <summary>The data sets of a data root; each has the folder of its name (<see cref="DataRoot"/>).</summary>
public enum DataPart
{
    /// <summary>Narrated training videos: HowTo100M/.</summary>
    HowTo100M,

    /// <summary>Actions with boxes and points: GroundingYouTube/.</summary>
    GroundingYouTube,

    /// <summary>Actions in a given order: MiningYouTube/.</summary>
    MiningYouTube,

    /// <summary>Sentences with boxes: YouCook2Interactions/.</summary>
    YouCook2Interactions,

    /// <summary>Sentences with moments: CharadesSTA/.</summary>
    CharadesSTA,

    /// <summary>Sentences with moments: ActivityNetCaptions/.</summary>
    ActivityNetCaptions,

    /// <summary>Sentences with moments: TACoS/.</summary>
    TACoS,

    /// <summary>Recipe steps in untrimmed videos: YouCook2/.</summary>
    YouCook2,

    /// <summary>People and things in frames: VHICO/.</summary>
    VHICO,

    /// <summary>Ten everyday actions with boxes on key frames: DALY/.</summary>
    DALY,
}
