namespace Workbench.Inference;

/// <summary>How a heat map becomes a mask.</summary>
public enum MaskRule
{
    /// <summary>heat ≥ threshold, with heat as a distribution over the window (paper and released code).</summary>
    Absolute,

    /// <summary>
    /// heat ≥ coldest + threshold × (hottest − coldest cell of the frame). A setting of ours that depends neither on the window's length nor on
    /// how flat the heat is: that of cosines differs by a few percent within a frame.
    /// </summary>
    OfRange,
}
