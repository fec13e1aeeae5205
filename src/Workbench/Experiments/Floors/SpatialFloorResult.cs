using Workbench.Data;
using Workbench.Metrics;

namespace Workbench.Experiments.Floors;

/// <summary>How far a predictor without video gets. Points and boxes are relative to the frame's width and height.</summary>
/// <param name="Pointing">Hits and frames of the pointing game.</param>
/// <param name="CrossValidated">The same where the predictor was fitted on other videos than it is scored on; null for predictors that fit nothing.</param>
/// <param name="Success">Success rate of the predicted box; null where only a point is predicted.</param>
/// <param name="CrossValidatedSuccess">The same, cross-validated.</param>
/// <param name="Expected">Exact expectation of the accuracy; only for the random pixel.</param>
/// <param name="Point">The fixed point, where there is one.</param>
/// <param name="Box">The fixed box, where there is one.</param>
/// <param name="DegenerateFrames">Frames whose box nothing can hit.</param>
/// <param name="Videos">Videos with at least one frame.</param>
public sealed record SpatialFloorResult(
    PointingResult Pointing, PointingResult? CrossValidated, SpatialSuccessResult? Success, SpatialSuccessResult? CrossValidatedSuccess,
    double? Expected, Point? Point, Box? Box, int DegenerateFrames, int Videos);
