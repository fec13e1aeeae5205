namespace Workbench.Metrics;

/// <summary>Which frame of a segment's heat maps answers for the annotated second start + j, where start + length itself is annotated but was never decoded.</summary>
public enum HeatFrameRule
{
    /// <summary>The last decoded frame answers for the second after it.</summary>
    LastDecoded,

    /// <summary>
    /// Released code (evaluation script of GroundingYouTube): segments are cut into windows of 16 frames, the last one
    /// padded with black; second j reads frame j while the windows last, so the last second reads a black frame, or,
    /// where the length is a multiple of 16, the frame before it again.
    /// </summary>
    ReleasedCode,
}
