namespace Workbench.Metrics;

/// <summary>Which pixels a box with inclusive bounds covers.</summary>
public enum BoxMaskRule
{
    /// <summary>Columns left ≤ x ≤ right and rows top ≤ y ≤ bottom: the pixels the pointing game counts as hits.</summary>
    Exact,

    /// <summary>Released code (evaluation script of GroundingYouTube): columns left &lt; x ≤ right + 1, so the mask sits one pixel to the right.</summary>
    ReleasedCode,
}
