namespace Workbench.Models.Moments;

/// <summary>How the clips of a proposed moment become one vector (2D-TAN section 3.2; released code lib/models/prop_modules).</summary>
public enum ProposalPooling
{
    /// <summary>The maximum over the clips, by a stack of pooling layers ("pool").</summary>
    Max,

    /// <summary>A stack of convolutions over pairs of neighbours ("conv").</summary>
    Convolution,
}
