namespace Workbench.Training.Moments;

/// <summary>The base models of Sscs.</summary>
public enum MomentBase
{
    /// <summary>2D-TAN: proposals, compared.</summary>
    TwoDTan,

    /// <summary>LGI: start and end, regressed.</summary>
    Lgi,
}
