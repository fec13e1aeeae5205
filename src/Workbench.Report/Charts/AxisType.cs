namespace Workbench.Report.Charts;

/// <summary>How values are laid out along an axis.</summary>
public enum AxisType
{
    Linear,

    /// <summary>Equal factors take equal room; values of 0 and below are not drawn.</summary>
    Log,

    /// <summary>Each value its own place, in the order of the data.</summary>
    Category,
    Date,
}
