using Workbench.Data;

namespace Workbench.Training;

/// <summary>The frames at one a second that a narrated clip is seen at in one step.</summary>
/// <param name="Clip">Video and narration.</param>
/// <param name="First">Second of the first frame.</param>
/// <param name="Count">Frames before the video ends, at most U.</param>
/// <param name="VideoFrames">Frames of the whole video.</param>
public readonly record struct ClipWindow(Clip Clip, int First, int Count, int VideoFrames);
