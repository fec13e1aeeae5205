using Workbench.Inference;

namespace Workbench.Experiments;

/// <summary>The names of metrics in run files, with their units.</summary>
public static class RunMetrics
{
    public const string IouPoint = "spatio-temporal/IoU+Point %";
    public const string IouPointMicro = "spatio-temporal/IoU+Point over seconds %";
    public const string VideoMapMean = "spatio-temporal/mAP@0.1:0.5 %";
    public const string FrameAccuracy = "spatio-temporal/second accuracy %";
    public const string BackgroundShare = "spatio-temporal/seconds called background %";
    public const string TemporalIou = "temporal/IoU %";
    public const string TemporalIod = "temporal/IoD %";
    public const string TemporalAccuracy = "temporal/second accuracy %";
    public const string Pointing = "spatial/pointing %";
    public const string SpatialSuccess = "spatial/success@0.3 %";
    public const string Widespread = "spatio-temporal/mAP@0.4 widespread %";
    public const string Saturated = "spatio-temporal/mAP@0.4 saturated %";
    public const string GroundingYouTubePointing = "spatial GroundingYouTube/pointing %";
    public const string GroundingYouTubeSuccess = "spatial GroundingYouTube/success@0.3 %";
    public const string SingleIouPoint = "single action/IoU+Point %";
    public const string SingleMapMean = "single action/mAP@0.1:0.5 %";
    public const string LastLoss = "training/mean loss of the last 20 steps";
    public const string StepMilliseconds = "training/median step ms";

    /// <summary>Video mAP at 0.4 by another mask.</summary>
    public static string MaskMap(MaskRule rule, double threshold) => $"spatio-temporal/mAP@0.4, heat >= {threshold:0.###}{(rule == MaskRule.OfRange ? " of its range" : "")} %";

    public static string SingleMap(double threshold) => $"single action/mAP@{threshold:0.0} %";

    public static string VideoMap(double threshold) => $"spatio-temporal/mAP@{threshold:0.0} %";
}
