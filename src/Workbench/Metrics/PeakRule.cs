namespace Workbench.Metrics;

/// <summary>Where the arg-max of a coarse heat map lies in the frame.</summary>
public enum PeakRule
{
    /// <summary>
    /// The first pixel, row by row, with the greatest value of the heat map enlarged bilinearly to the frame
    /// (half-pixel centres, "align_corners=False"). Released code: evaluation script of GroundingYouTube; also Akbari et al.
    /// </summary>
    UpsampledPixel,

    /// <summary>The centre of the first cell, row by row, with the greatest value. What the papers describe for grid features.</summary>
    CellCentre,
}
