namespace Workbench.Data;

/// <summary>The objects of one video; boxes are in a frame of <paramref name="Width"/> × <paramref name="Height"/>.</summary>
public sealed record ObjectVideo(string Id, double Width, double Height, IReadOnlyList<ObjectSegment> Segments);
