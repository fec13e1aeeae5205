using Workbench.Data;
using Workbench.Data.NarratedKitchen.Drawing;
using Workbench.Metrics;

namespace Workbench.Report;

/// <summary>Heat over a frame, in the colours of Matplotlib's "inferno", which grow in lightness and are told apart by colour-blind readers; each frame's own range is spread over them.</summary>
internal static class HeatPaint
{
    /// <summary>Nine even steps of "inferno".</summary>
    private static readonly Rgb[] s_inferno = [.. new[] { 0x000004, 0x1B0C41, 0x4A0C6B, 0x781C6D, 0xA52C60, 0xCF4446, 0xED6925, 0xFB9B06, 0xFCFFA4 }.Select(Rgb.Hex)];

    /// <summary>Draws the enlarged map at the origin.</summary>
    public static void Heat(Canvas picture, HeatMap heat, int width, int height)
    {
        double least = heat.Level(0), range = Math.Max(heat.Level(1) - least, 1e-12);
        const int side = 4; // The enlarged map is drawn in squares of a few pixels.
        UpsampleAxis across = UpsampleAxis.Of(heat.Width, width), down = UpsampleAxis.Of(heat.Height, height);
        for (int y = 0; y < height; y += side)
            for (int x = 0; x < width; x += side)
            {
                double share = (HeatPeak.Value(heat, across, down, Math.Min(x + (side / 2), width - 1), Math.Min(y + (side / 2), height - 1)) - least) / range;
                picture.Rectangle(x, y, Math.Min(side, width - x), Math.Min(side, height - y));
                picture.Fill(Inferno(share), 0.6 * share);
            }
    }

    /// <summary>A white cross with a black rim.</summary>
    public static void Cross(Canvas picture, Point peak)
    {
        foreach ((Rgb shade, double line) in new[] { (Rgb.Black, 5.0), (Rgb.White, 2.5) })
        {
            picture.Line(peak.X - 7, peak.Y - 7, peak.X + 7, peak.Y + 7, shade, line);
            picture.Line(peak.X - 7, peak.Y + 7, peak.X + 7, peak.Y - 7, shade, line);
        }
    }

    private static Rgb Inferno(double share)
    {
        double place = Math.Clamp(share, 0, 1) * (s_inferno.Length - 1);
        int low = Math.Min((int)place, s_inferno.Length - 2);
        return s_inferno[low].Mix(s_inferno[low + 1], place - low);
    }
}
