namespace Workbench.Data;

/// <summary>One decoded picture.</summary>
/// <param name="Index">0 for the first frame read.</param>
/// <param name="Seconds">Its time in the video: the start asked for + index / fps.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Rgb">Width × height × 3 bytes: row by row from the top, each pixel red, green, blue.</param>
public sealed record Frame(int Index, double Seconds, int Width, int Height, byte[] Rgb);
