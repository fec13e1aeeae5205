using System.Collections.Concurrent;

namespace Workbench.Metrics;

/// <summary>
/// One axis of a bilinear enlargement with half-pixel centres: pixel p of <see cref="Pixels"/> reads the cells
/// <c>Cell[p]</c> and <c>Next[p]</c> with weight <c>Fraction[p]</c> on the second.
/// </summary>
internal sealed class UpsampleAxis
{
    private static readonly ConcurrentDictionary<(int Cells, int Pixels), UpsampleAxis> Known = new();

    private UpsampleAxis(int cells, int pixels)
    {
        (Pixels, Cell, Next, Fraction) = (pixels, new int[pixels], new int[pixels], new double[pixels]);
        var runs = new List<(int First, int Last)>();
        for (int p = 0; p < pixels; p++)
        {
            double source = Math.Clamp((p + 0.5) * cells / pixels - 0.5, 0, cells - 1);
            Cell[p] = Math.Min((int)source, cells - 1);
            Next[p] = Math.Min(Cell[p] + 1, cells - 1);
            Fraction[p] = source - Cell[p];
            if (p > 0 && Cell[p] == Cell[p - 1])
                runs[^1] = (runs[^1].First, p);
            else
                runs.Add((p, p));
        }

        Runs = [.. runs];
    }

    public int Pixels { get; }
    public int[] Cell { get; }
    public int[] Next { get; }
    public double[] Fraction { get; }

    /// <summary>Inclusive stretches of pixels that read the same two cells: along each of them the enlarged values are monotone (linear, flat beyond the outer cell centres).</summary>
    public (int First, int Last)[] Runs { get; }

    public static UpsampleAxis Of(int cells, int pixels)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pixels);
        return Known.GetOrAdd((cells, pixels), static key => new UpsampleAxis(key.Cells, key.Pixels));
    }
}
