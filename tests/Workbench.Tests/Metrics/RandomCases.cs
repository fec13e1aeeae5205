using Workbench.Data;

namespace Workbench.Tests.Metrics;

/// <summary>Small random inputs for comparing a metric with its slow reference.</summary>
internal static class RandomCases
{
    public static HeatMap Heat(Random random, int height, int width, int levels)
    {
        var values = new float[height * width];
        for (int i = 0; i < values.Length; i++)
            values[i] = levels > 0 ? random.Next(levels) : random.NextSingle();
        return new(height, width, values);
    }

    public static Box Box(Random random, int width, int height)
    {
        double left = random.Next(-5, width + 5), top = random.Next(-5, height + 5);
        return new(left, top, left + random.Next(-3, width), top + random.Next(-3, height));
    }

    /// <summary>The textbook enlargement with half-pixel centres, pixel by pixel.</summary>
    public static double[,] Enlarge(HeatMap heat, int width, int height)
    {
        var pixels = new double[height, width];
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
            {
                double sy = Math.Min(Math.Max((y + 0.5) * heat.Height / height - 0.5, 0), heat.Height - 1);
                double sx = Math.Min(Math.Max((x + 0.5) * heat.Width / width - 0.5, 0), heat.Width - 1);
                int top = (int)Math.Floor(sy), left = (int)Math.Floor(sx), bottom = Math.Min(top + 1, heat.Height - 1), right = Math.Min(left + 1, heat.Width - 1);
                double fy = sy - top, fx = sx - left;
                pixels[y, x] = ((1 - fy) * (1 - fx) * heat[top, left]) + ((1 - fy) * fx * heat[top, right]) + (fy * (1 - fx) * heat[bottom, left]) + (fy * fx * heat[bottom, right]);
            }

        return pixels;
    }

    public static int[] Labels(Random random, int frames, int classes)
    {
        var labels = new int[frames];
        for (int i = 0, label = random.Next(classes); i < frames; i++)
        {
            if (random.Next(4) == 0)
                label = random.Next(classes);
            labels[i] = label;
        }

        return labels;
    }
}
