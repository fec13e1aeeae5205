namespace Workbench.Training;

/// <summary>Pixels of a step's clips before they become tensors: (B, U, S, S, 3) bytes, red first; zeros past a video's end.</summary>
public sealed record ClipFrames(IReadOnlyList<ClipWindow> Windows, byte[] Rgb, long[] Shape);
