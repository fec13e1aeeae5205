namespace Workbench.Metrics;

/// <summary>Over what "IoU+Point" is averaged. The paper (section 8.3) does not say and no code is public.</summary>
public enum IouPointAverage
{
    /// <summary>
    /// Each annotated action against the predicted run of its class that fits it best, mean over the actions of a video,
    /// then over videos: the form of the temporal IoU it extends.
    /// </summary>
    PerSegment,

    /// <summary>Correct seconds over seconds with an action in the annotation or the prediction, pooled over the data set.</summary>
    Micro,
}
