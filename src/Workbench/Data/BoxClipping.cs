namespace Workbench.Data;

/// <summary>How a box made from points is cut to the frame.</summary>
public enum BoxClipping
{
    /// <summary>x to [0, width], y to [0, height].</summary>
    Corrected,

    /// <summary>
    /// x to at most the height, y to at most the width, as in every released box file: no box of the 640×480 frames reaches
    /// beyond x = 480, and about 29% of them are cut short on the right.
    /// </summary>
    ReleasedCode,
}
