namespace Workbench.Data;

/// <summary>An object that a sentence names, in the frames of its segment at 1 fps.</summary>
/// <param name="Label">As annotated, singular or plural.</param>
/// <param name="Boxes">One a frame, from the segment's first on; null where it is outside the frame or occluded, which does not count.</param>
public sealed record GroundedObject(string Label, IReadOnlyList<Box?> Boxes);
