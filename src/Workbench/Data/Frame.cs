namespace Workbench.Data;

/// <summary>A decoded frame: RGB24, row-major, top row first. <paramref name="Seconds"/> is its time in the video.</summary>
public sealed record Frame(int Index, double Seconds, int Width, int Height, byte[] Rgb);
