namespace Workbench.Data;

/// <summary>How MiningYouTube's labels are turned into classes.</summary>
public enum MiningYouTubeLabels
{
    /// <summary>As written in the .srt files: 690 labels ("crack eggs").</summary>
    AsWritten,

    /// <summary>
    /// The class of weakYouTube_dict.txt where <see cref="MiningYouTubeDictionary.Match"/> finds one ("crack egg"), else as
    /// written. The authors' own mapping is not published.
    /// </summary>
    Dictionary,
}
