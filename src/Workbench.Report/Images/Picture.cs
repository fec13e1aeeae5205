using Workbench.Data;

namespace Workbench.Report.Images;

/// <summary>A video's frame as figures carry it: scaled down to what a page shows, as PNG.</summary>
/// <param name="Width">Pixels across of the frame itself, in which boxes and points are given.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Png">The picture's file.</param>
public sealed record Picture(int Width, int Height, byte[] Png)
{
    /// <summary>Pixels across beyond which a frame is scaled down: a notebook keeps every picture it shows.</summary>
    public const int MostPixels = 400;

    /// <summary>As an address that holds the picture itself.</summary>
    public string DataUri => "data:image/png;base64," + Convert.ToBase64String(Png);

    public static Picture Of(Frame frame, int mostPixels = MostPixels)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return Of(frame.Rgb, frame.Width, frame.Height, mostPixels);
    }

    /// <param name="rgb">Width × height × 3 bytes, row by row from the top.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <param name="mostPixels">Larger frames are scaled down to so many pixels across, each the mean of those it covers.</param>
    public static Picture Of(ReadOnlySpan<byte> rgb, int width, int height, int mostPixels = MostPixels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mostPixels);
        if (rgb.Length != width * height * 3)
            throw new ArgumentException($"A picture of {width}×{height} has {width * height * 3} bytes of RGB; {rgb.Length} were given.", nameof(rgb));
        if (width <= mostPixels)
            return new Picture(width, height, PngImage.Encode(rgb, width, height));
        int high = Math.Max(1, (int)Math.Round((double)height * mostPixels / width));
        return new Picture(width, height, PngImage.Encode(Shrink(rgb, width, height, mostPixels, high), mostPixels, high));
    }

    private static byte[] Shrink(ReadOnlySpan<byte> rgb, int width, int height, int wide, int high)
    {
        var small = new byte[wide * high * 3];
        for (int y = 0; y < high; y++)
        {
            int top = y * height / high, bottom = Math.Max(top + 1, (y + 1) * height / high);
            for (int x = 0; x < wide; x++)
            {
                int left = x * width / wide, right = Math.Max(left + 1, (x + 1) * width / wide);
                int r = 0, g = 0, b = 0, count = (right - left) * (bottom - top);
                for (int v = top; v < bottom; v++)
                    for (int u = left; u < right; u++)
                    {
                        int at = ((v * width) + u) * 3;
                        (r, g, b) = (r + rgb[at], g + rgb[at + 1], b + rgb[at + 2]);
                    }
                int to = ((y * wide) + x) * 3;
                (small[to], small[to + 1], small[to + 2]) = ((byte)((r + (count / 2)) / count), (byte)((g + (count / 2)) / count), (byte)((b + (count / 2)) / count));
            }
        }
        return small;
    }
}
