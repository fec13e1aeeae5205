namespace Workbench.Data;

/// <summary>How a set divides into widespread and saturated parts.</summary>
/// <param name="Frames">Frames with a box, as <see cref="ValidFrames"/> counts them, each by its own area.</param>
/// <param name="Actions">Segments with a box, by the mean over their frames.</param>
/// <param name="Classes">Labels with a box, by the mean over their frames.</param>
public sealed record SpreadSplit((int Widespread, int Saturated) Frames, (int Widespread, int Saturated) Actions, (int Widespread, int Saturated) Classes);
