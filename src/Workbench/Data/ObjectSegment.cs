namespace Workbench.Data;

/// <summary>A segment with its objects. <paramref name="Segment"/> is null where the segments' times were not read.</summary>
public sealed record ObjectSegment(int Id, Segment? Segment, string? Sentence, IReadOnlyList<GroundedObject> Objects);
