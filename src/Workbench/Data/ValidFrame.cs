namespace Workbench.Data;

/// <summary>A second of an action that has a box: one frame of the spatial evaluation.</summary>
public readonly record struct ValidFrame(GroundingVideo Video, ActionSegment Action, int Second, Box Box);
