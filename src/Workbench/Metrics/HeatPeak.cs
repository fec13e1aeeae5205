using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>The point a heat map points at.</summary>
public static class HeatPeak
{
    /// <summary>The peak in pixels of a frame of <paramref name="frameWidth"/> × <paramref name="frameHeight"/>; ties go to the first in row-major order.</summary>
    /// <remarks>
    /// The enlarged map is never built: between four cell centres it is bilinear, so over a rectangle of pixels its first
    /// maximum sits in one of the rectangle's corners. Interpolation is in double precision; the released code's float32
    /// leaves rounding noise on the flat right and bottom borders, where its first maximum is therefore arbitrary.
    /// </remarks>
    /// <exception cref="ArgumentException">A cell of the map is not a finite number.</exception>
    public static Point Find(HeatMap heat, int frameWidth, int frameHeight, PeakRule rule = PeakRule.UpsampledPixel)
    {
        ArgumentNullException.ThrowIfNull(heat);
        Check(heat);
        return rule switch
        {
            PeakRule.CellCentre => CellCentre(heat, frameWidth, frameHeight),
            PeakRule.UpsampledPixel => UpsampledPixel(heat, frameWidth, frameHeight),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
        };
    }

    /// <summary>The enlarged map's value at one pixel.</summary>
    internal static double Value(HeatMap heat, UpsampleAxis across, UpsampleAxis down, int x, int y)
    {
        int top = down.Cell[y], bottom = down.Next[y], left = across.Cell[x], right = across.Next[x];
        double fy = down.Fraction[y];
        double first = heat[top, left] + fy * ((double)heat[bottom, left] - heat[top, left]);
        double second = heat[top, right] + fy * ((double)heat[bottom, right] - heat[top, right]);
        return first + across.Fraction[x] * (second - first);
    }

    internal static void Check(HeatMap heat)
    {
        for (int i = 0; i < heat.Values.Length; i++)
            if (!float.IsFinite(heat.Values[i]))
                throw new ArgumentException($"Cell ({i / heat.Width}, {i % heat.Width}) of the heat map is {heat.Values[i]}; a finite number was expected.", nameof(heat));
    }

    private static Point CellCentre(HeatMap heat, int width, int height)
    {
        int best = 0;
        for (int i = 1; i < heat.Values.Length; i++)
            if (heat.Values[i] > heat.Values[best])
                best = i;
        return new((best % heat.Width + 0.5) * width / heat.Width, (best / heat.Width + 0.5) * height / heat.Height);
    }

    private static Point UpsampledPixel(HeatMap heat, int width, int height)
    {
        UpsampleAxis across = UpsampleAxis.Of(heat.Width, width), down = UpsampleAxis.Of(heat.Height, height);
        double best = double.NegativeInfinity;
        Point peak = default;
        foreach (var (top, bottom) in down.Runs)
        {
            Row(top);
            Row(bottom);
        }

        return peak;

        void Row(int y)
        {
            foreach (var (left, right) in across.Runs)
            {
                Pixel(left, y);
                Pixel(right, y);
            }
        }

        void Pixel(int x, int y)
        {
            double value = Value(heat, across, down, x, y);
            if (value > best)
                (best, peak) = (value, new Point(x, y));
        }
    }
}
