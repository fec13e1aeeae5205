using System.Globalization;

namespace Workbench.Report.Charts;

/// <summary>Colours written as #rrggbb.</summary>
internal static class ColorText
{
    /// <summary>The three parts, 0 to 255.</summary>
    /// <exception cref="ArgumentException">Not of the form #rrggbb.</exception>
    public static (int R, int G, int B) Parse(string color)
    {
        ArgumentNullException.ThrowIfNull(color);
        if (color.Length != 7 || color[0] != '#' || !int.TryParse(color.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value))
            throw new ArgumentException($"'{color}' is not a colour of the form #rrggbb.", nameof(color));
        return ((value >> 16) & 255, (value >> 8) & 255, value & 255);
    }

    /// <summary>The colour with an opacity; 1 leaves it as it is.</summary>
    public static string WithOpacity(string color, double opacity)
    {
        if (opacity >= 1)
            return color;
        (int r, int g, int b) = Parse(color);
        return string.Create(CultureInfo.InvariantCulture, $"rgba({r},{g},{b},{opacity:0.###})");
    }
}
