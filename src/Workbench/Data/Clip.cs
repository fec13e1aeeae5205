namespace Workbench.Data;

/// <summary>A narrated clip: what was said between two times of a video.</summary>
public sealed record Clip(string Video, Segment Segment, string Text);
