namespace Workbench.Data;

/// <summary>One annotated action: its id inside the video, its label in words ("crack egg", blanks, not underscores) and when it happens.</summary>
public sealed record ActionSegment(int Id, string Label, Segment Segment);
