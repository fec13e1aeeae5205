using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>A set of pixels of a frame, kept as spans of columns a row: small, and quick to intersect at full resolution.</summary>
public sealed class SpanMask
{
    private readonly int[] _offsets; // row y owns _edges[_offsets[y].._offsets[y + 1]]
    private readonly int[] _edges; // start, end (exclusive) pairs, rising and apart within a row

    internal SpanMask(int width, int height, int[] offsets, int[] edges)
    {
        (Width, Height, _offsets, _edges) = (width, height, offsets, edges);
        for (int i = 0; i < edges.Length; i += 2)
            Area += edges[i + 1] - edges[i];
    }

    public int Width { get; }
    public int Height { get; }

    /// <summary>Number of pixels in the set.</summary>
    public long Area { get; }

    /// <summary>The pixels a box covers inside the frame; empty where the box is degenerate or outside.</summary>
    public static SpanMask FromBox(Box box, int width, int height, BoxMaskRule rule = BoxMaskRule.Exact)
    {
        CheckSize(width, height);
        Require.Finite(box, "Box:");
        var (first, last) = rule == BoxMaskRule.Exact
            ? (Math.Ceiling(box.Left), Math.Floor(box.Right))
            : (Math.Floor(box.Left) + 1, Math.Floor(box.Right + 1));
        int left = (int)Math.Clamp(first, 0, width), right = (int)Math.Clamp(last + 1, 0, width);
        int top = (int)Math.Clamp(Math.Ceiling(box.Top), 0, height), bottom = (int)Math.Clamp(Math.Floor(box.Bottom) + 1, 0, height);
        int rows = left < right ? Math.Max(0, bottom - top) : 0;
        var offsets = new int[height + 1];
        var edges = new int[2 * rows];
        for (int y = 0; y < height; y++)
            offsets[y + 1] = 2 * Math.Clamp(y + 1 - top, 0, rows);
        for (int row = 0; row < rows; row++)
            (edges[2 * row], edges[2 * row + 1]) = (left, right);
        return new(width, height, offsets, edges);
    }

    /// <summary>The pixels for which <paramref name="inside"/> (x, y) holds.</summary>
    public static SpanMask FromPixels(int width, int height, Func<int, int, bool> inside)
    {
        CheckSize(width, height);
        ArgumentNullException.ThrowIfNull(inside);
        var offsets = new int[height + 1];
        var edges = new List<int>();
        for (int y = 0; y < height; y++)
        {
            bool open = false;
            for (int x = 0; x <= width; x++)
            {
                bool now = x < width && inside(x, y);
                if (now != open)
                    edges.Add(x);
                open = now;
            }

            offsets[y + 1] = edges.Count;
        }

        return new(width, height, offsets, [.. edges]);
    }

    public bool Contains(int x, int y)
    {
        if (y < 0 || y >= Height)
            return false;
        for (int i = _offsets[y]; i < _offsets[y + 1]; i += 2)
            if (x >= _edges[i] && x < _edges[i + 1])
                return true;
        return false;
    }

    /// <summary>Number of pixels in both sets.</summary>
    /// <exception cref="ArgumentException">The frames differ in size.</exception>
    public long Intersection(SpanMask other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Width != Width || other.Height != Height)
            throw new ArgumentException($"A mask of {other.Width}×{other.Height} cannot meet one of {Width}×{Height}.", nameof(other));
        long area = 0;
        for (int y = 0; y < Height; y++)
        {
            int i = _offsets[y], j = other._offsets[y];
            while (i < _offsets[y + 1] && j < other._offsets[y + 1])
            {
                area += Math.Max(0, Math.Min(_edges[i + 1], other._edges[j + 1]) - Math.Max(_edges[i], other._edges[j]));
                if (_edges[i + 1] < other._edges[j + 1])
                    i += 2;
                else
                    j += 2;
            }
        }

        return area;
    }

    /// <summary>Pixels in both over pixels in either; 0 where both sets are empty.</summary>
    public double IoU(SpanMask other)
    {
        long intersection = Intersection(other), union = Area + other.Area - intersection;
        return union > 0 ? (double)intersection / union : 0;
    }

    private static void CheckSize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
    }
}
