namespace Workbench.Report.Tables;

/// <summary>What stands side by side for each column of a results table.</summary>
public enum ResultPart
{
    Published,
    Measured,

    /// <summary>Measured less published.</summary>
    Difference,
}
