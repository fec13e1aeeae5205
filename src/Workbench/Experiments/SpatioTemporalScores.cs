namespace Workbench.Experiments;

/// <summary>Grounding in untrimmed videos: when and where, with the actions of the video given (What-When-Where Table 2). In percent.</summary>
/// <param name="IouPoint">IoU+Point averaged over segments, then videos.</param>
/// <param name="IouPointMicro">IoU+Point over all seconds.</param>
/// <param name="VideoMap">Video mAP at 0.1, 0.2, 0.3, 0.4, 0.5.</param>
/// <param name="FrameAccuracy">Seconds with the right action or rightly background, overlapping actions either way.</param>
/// <param name="BackgroundShare">Seconds called background.</param>
/// <param name="Videos">Videos scored.</param>
public sealed record SpatioTemporalScores(
    double IouPoint, double IouPointMicro, IReadOnlyList<double> VideoMap, double FrameAccuracy, double BackgroundShare, int Videos)
{
    /// <summary>The mean of the five thresholds, "0.1:0.5".</summary>
    public double VideoMapMean => VideoMap.Average();

    /// <summary>Video mAP at 0.4 by each of <see cref="SpatioTemporalTaskOptions.Masks"/>.</summary>
    public IReadOnlyList<double> MaskMaps { get; init; } = [];

    /// <summary>Video mAP at 0.4 over the classes whose boxes are large on average (Table 13); NaN where there is none.</summary>
    public double Widespread { get; init; } = double.NaN;

    /// <summary>Video mAP at 0.4 over the other classes.</summary>
    public double Saturated { get; init; } = double.NaN;
}
