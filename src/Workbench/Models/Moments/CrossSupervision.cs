namespace Workbench.Models.Moments;

/// <summary>Which supervision is added to a base model (Sscs Table 1).</summary>
public enum CrossSupervision
{
    /// <summary>The base model alone.</summary>
    None,

    /// <summary>GTC: clips of the moment against all others (Eq. 2), captions from the moment's clips (Eq. 3).</summary>
    GroundTruthClips,

    /// <summary>SS: a weighted mean of the support set against other sentences (Eq. 6), captions from it (Eq. 7).</summary>
    SupportSet,
}
