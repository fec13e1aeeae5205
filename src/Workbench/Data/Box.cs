namespace Workbench.Data;

/// <summary>A box in pixels of an annotation frame. Bounds are inclusive, as in the released files [xtl, ytl, xbr, ybr].</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Math.Max(0, Right - Left);
    public double Height => Math.Max(0, Bottom - Top);
    public double Area => Width * Height;
    public Point Centre => new((Left + Right) / 2, (Top + Bottom) / 2);

    /// <summary>True where the corners are swapped or touch. 18 to 61 boxes of the released files are so; no point hits them.</summary>
    public bool IsDegenerate => Right <= Left || Bottom <= Top;

    /// <summary>True when the point lies inside, borders included.</summary>
    public bool Contains(Point point) => Contains(point.X, point.Y);

    /// <inheritdoc cref="Contains(Point)"/>
    public bool Contains(double x, double y) => Left <= x && x <= Right && Top <= y && y <= Bottom;

    /// <summary>The common part; degenerate where there is none.</summary>
    public Box Intersect(Box other) => new(
        Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom));

    /// <summary>Clips every corner to [0, width] × [0, height].</summary>
    public Box ClipTo(double width, double height) => new(
        Math.Clamp(Left, 0, width), Math.Clamp(Top, 0, height), Math.Clamp(Right, 0, width), Math.Clamp(Bottom, 0, height));

    /// <summary>Stretches the box to another frame size.</summary>
    public Box Scale(double x, double y) => new(Left * x, Top * y, Right * x, Bottom * y);

    /// <summary>Intersection over union of continuous areas; 0 where the union is empty.</summary>
    public double IoU(Box other)
    {
        double intersection = Intersect(other).Area, union = Area + other.Area - intersection;
        return union > 0 ? intersection / union : 0;
    }
}
