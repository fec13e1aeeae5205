namespace Workbench.Inference;

/// <summary>How a heat map becomes a mask.</summary>
public enum MaskRule
{
    /// <summary>heat ≥ threshold, with heat as a distribution over the window (paper and released code).</summary>
    Absolute,

    /// <summary>heat ≥ threshold × the hottest cell of the frame. A setting of ours that does not depend on the window's length.</summary>
    OfPeak,
}
