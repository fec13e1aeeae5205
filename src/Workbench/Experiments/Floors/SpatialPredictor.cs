namespace Workbench.Experiments.Floors;

/// <summary>Predictors of the place of an action that never look at a frame, and one ceiling.</summary>
public enum SpatialPredictor
{
    /// <summary>The middle of the frame. CoMMA's "center prior".</summary>
    Centre,

    /// <summary>The one point that hits most boxes. It is found on the very boxes it is scored on; its cross-validated value does not peek.</summary>
    BestFixedPoint,

    /// <summary>The mean of all boxes, and its middle as the point. It peeks as <see cref="BestFixedPoint"/> does.</summary>
    MeanBox,

    /// <summary>A pixel drawn anew for each frame.</summary>
    Random,

    /// <summary>The annotators' own mean point: no floor but what agreement with the boxes allows at most for a point that is right.</summary>
    Annotators,
}
