namespace Workbench.Report.Rendering;

/// <summary>What a figure can be drawn as.</summary>
public enum FigureFormat
{
    /// <summary>Pixels.</summary>
    Png,

    /// <summary>Vectors; text stays text in the reader's fonts.</summary>
    Svg,

    /// <summary>One page of vectors of the figure's size; fonts are embedded.</summary>
    Pdf,
}
