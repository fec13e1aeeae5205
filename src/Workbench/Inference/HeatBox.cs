using Workbench.Data;

namespace Workbench.Inference;

/// <summary>A box from a heat map: the bounds of the connected cells above a threshold that hold the hottest cell.</summary>
public static class HeatBox
{
    /// <param name="heat">The map.</param>
    /// <param name="threshold">Cells at or above belong to the mask; the hottest cell always does.</param>
    /// <param name="frameWidth">Width of the frame in pixels.</param>
    /// <param name="frameHeight">Height of the frame in pixels.</param>
    public static Box From(HeatMap heat, double threshold, int frameWidth, int frameHeight)
    {
        ArgumentNullException.ThrowIfNull(heat);
        int peak = Array.IndexOf(heat.Values, heat.Values.Max());
        int left = peak % heat.Width, right = left, top = peak / heat.Width, bottom = top;
        var seen = new bool[heat.Values.Length];
        var open = new Stack<int>([peak]);
        seen[peak] = true;
        while (open.TryPop(out int cell))
        {
            int x = cell % heat.Width, y = cell / heat.Width;
            (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
            foreach ((int nx, int ny) in new[] { (x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1) })
                if (nx >= 0 && nx < heat.Width && ny >= 0 && ny < heat.Height && !seen[ny * heat.Width + nx] && heat[ny, nx] >= threshold)
                {
                    seen[ny * heat.Width + nx] = true;
                    open.Push(ny * heat.Width + nx);
                }
        }
        double w = (double)frameWidth / heat.Width, h = (double)frameHeight / heat.Height;
        return new Box(left * w, top * h, (right + 1) * w, (bottom + 1) * h);
    }
}
