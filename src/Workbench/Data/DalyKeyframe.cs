namespace Workbench.Data;

/// <summary>An annotated frame of an instance of DALY.</summary>
/// <param name="Time">Seconds from the video's start.</param>
/// <param name="Frame">The frame's number; the first one is 1.</param>
/// <param name="Box">The person who acts, relative to the frame: (0, 0) is its top left corner, (1, 1) its bottom right.</param>
/// <param name="Objects">The things used: their boxes, relative likewise, with the name out of the file's list; null where its number is not in the list.</param>
public sealed record DalyKeyframe(double Time, int Frame, Box Box, IReadOnlyList<(string? Name, Box Box)> Objects);
