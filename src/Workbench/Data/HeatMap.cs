namespace Workbench.Data;

/// <summary>A grid of non-negative weights over a frame, row-major, top row first.</summary>
public sealed record HeatMap
{
    public HeatMap(int height, int width, float[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (height <= 0 || width <= 0 || values.Length != height * width)
            throw new ArgumentException($"A heat map of {height}×{width} needs {height * width} values; {values.Length} were given.", nameof(values));
        (Height, Width, Values) = (height, width, values);
    }

    public int Height { get; }
    public int Width { get; }
    public float[] Values { get; }

    /// <summary>The weight that lies this share of the way from the coldest to the hottest cell.</summary>
    public double Level(double share)
    {
        double coldest = Values.Min();
        return coldest + (share * (Values.Max() - coldest));
    }

    public float this[int row, int column] => Values[row * Width + column];
}
