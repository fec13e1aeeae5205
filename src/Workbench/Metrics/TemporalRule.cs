namespace Workbench.Metrics;

/// <summary>How the temporal IoU and IoD of a labelled video are counted. The paper gives only the quotients.</summary>
public enum TemporalRule
{
    /// <summary>
    /// Each annotated segment against its best predicted segment of the same label, mean over the video's segments:
    /// the public code of TCFPN, by which such numbers are usually made.
    /// </summary>
    Tcfpn,

    /// <summary>The frames of each class, all its instances together: G∩D over G∪D and over D, mean over the classes annotated in the video.</summary>
    ClassSets,
}
