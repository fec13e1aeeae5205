namespace Workbench.Report.Charts;

/// <summary>Where the legend stands.</summary>
public enum LegendPlace
{
    /// <summary>Beside the axes, one entry a line.</summary>
    Right,

    /// <summary>Under the axes, in one line as far as it goes.</summary>
    Bottom,
    InsideTopLeft,
    InsideTopRight,
    InsideBottomLeft,
    InsideBottomRight,
}
