using System.Globalization;

namespace Workbench.Report.Charts;

/// <summary>The size of a figure on paper.</summary>
/// <param name="Millimetres">Across.</param>
/// <param name="FontPoints">Size of its text.</param>
public sealed record PageWidth(double Millimetres, double FontPoints = 8)
{
    /// <summary>One column of a two-column conference page (3.25 inches).</summary>
    public const double SingleColumn = 82.55;

    /// <summary>Both columns (6.875 inches).</summary>
    public const double DoubleColumn = 174.625;

    /// <summary>CSS pixels across, 96 an inch.</summary>
    public double Pixels => Millimetres / 25.4 * 96;

    /// <summary>CSS pixels of the text, 96 an inch.</summary>
    public double FontPixels => FontPoints / 72 * 96;

    /// <summary>"single", "double" or a number of millimetres.</summary>
    /// <exception cref="ArgumentException">Something else, or a width outside of 20 to 1000 mm.</exception>
    public static PageWidth Parse(string width, double fontPoints = 8) => width switch
    {
        "single" => new PageWidth(SingleColumn, fontPoints),
        "double" => new PageWidth(DoubleColumn, fontPoints),
        _ when double.TryParse(width, NumberStyles.Float, CultureInfo.InvariantCulture, out double millimetres) && millimetres is >= 20 and <= 1000 => new PageWidth(millimetres, fontPoints),
        _ => throw new ArgumentException($"A width is single ({SingleColumn:0.#} mm), double ({DoubleColumn:0.#} mm) or a number of millimetres from 20 to 1000, not '{width}'.", nameof(width)),
    };
}
