namespace Workbench.Data;

/// <summary>The size of a frame in pixels.</summary>
public readonly record struct FrameSize(int Width, int Height);
