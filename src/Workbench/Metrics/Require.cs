namespace Workbench.Metrics;

/// <summary>The checks every metric makes of its input: a number that is none would silently become a score.</summary>
internal static class Require
{
    /// <summary>Refuses NaN and infinities.</summary>
    /// <exception cref="ArgumentException">The value is not finite; <paramref name="entry"/> says which one.</exception>
    public static void Finite(double value, string entry)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException($"{entry} is {value}; a finite number was expected.");
    }

    /// <summary>Refuses NaN; infinities are kept (a score may be +∞, an overlap may not).</summary>
    public static void Number(double value, string entry)
    {
        if (double.IsNaN(value))
            throw new ArgumentException($"{entry} is NaN; a number was expected.");
    }

    /// <summary>Refuses anything outside [0, 1].</summary>
    public static void Overlap(double value, string entry)
    {
        if (!(value is >= 0 and <= 1))
            throw new ArgumentException($"{entry} is {value}; an overlap between 0 and 1 was expected.");
    }

    /// <summary>Refuses a box or point with a coordinate that is not finite.</summary>
    public static void Finite(Data.Box box, string entry)
    {
        Finite(box.Left, entry + " left");
        Finite(box.Top, entry + " top");
        Finite(box.Right, entry + " right");
        Finite(box.Bottom, entry + " bottom");
    }

    /// <inheritdoc cref="Finite(Data.Box, string)"/>
    public static void Finite(Data.Point point, string entry)
    {
        Finite(point.X, entry + " x");
        Finite(point.Y, entry + " y");
    }
}
