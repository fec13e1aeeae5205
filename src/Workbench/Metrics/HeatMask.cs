using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>From a heat map to the pixels it claims.</summary>
public static class HeatMask
{
    /// <summary>
    /// The pixels at which the map, enlarged bilinearly to the frame (half-pixel centres), reaches
    /// <paramref name="threshold"/>. What-When-Where section 8.2: τ = 0.01; the released script's default is 0.0001.
    /// </summary>
    /// <remarks>Along a row the enlarged map is monotone between two cell centres, so each stretch needs its two ends and, where it crosses, a bisection.</remarks>
    /// <exception cref="ArgumentException">A cell is not a finite number, or the threshold is NaN.</exception>
    public static SpanMask AtLeast(HeatMap heat, double threshold, int frameWidth, int frameHeight)
    {
        ArgumentNullException.ThrowIfNull(heat);
        HeatPeak.Check(heat);
        Require.Number(threshold, "The threshold");
        UpsampleAxis across = UpsampleAxis.Of(heat.Width, frameWidth), down = UpsampleAxis.Of(heat.Height, frameHeight);
        var offsets = new int[frameHeight + 1];
        var edges = new List<int>();
        var row = new double[heat.Width];
        for (int y = 0; y < frameHeight; y++)
        {
            for (int c = 0; c < row.Length; c++)
                row[c] = heat[down.Cell[y], c] + down.Fraction[y] * ((double)heat[down.Next[y], c] - heat[down.Cell[y], c]);
            int begin = edges.Count;
            foreach (var (first, last) in across.Runs)
            {
                var (start, end) = Stretch(row, across, first, last, threshold);
                if (start == end)
                    continue;
                if (edges.Count > begin && edges[^1] == start)
                    edges[^1] = end;
                else
                    edges.AddRange([start, end]);
            }

            offsets[y + 1] = edges.Count;
        }

        return new(frameWidth, frameHeight, offsets, [.. edges]);
    }

    private static (int Start, int End) Stretch(double[] row, UpsampleAxis across, int first, int last, double threshold)
    {
        bool atFirst = Reaches(first), atLast = Reaches(last);
        if (atFirst == atLast)
            return atFirst ? (first, last + 1) : (first, first);
        int low = first, high = last; // Reaches(low) == atFirst, Reaches(high) == atLast
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (Reaches(middle) == atFirst)
                low = middle;
            else
                high = middle;
        }

        return atFirst ? (first, high) : (high, last + 1);

        bool Reaches(int x) => row[across.Cell[x]] + across.Fraction[x] * (row[across.Next[x]] - row[across.Cell[x]]) >= threshold;
    }
}
