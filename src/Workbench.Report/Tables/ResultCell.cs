using System.Globalization;

namespace Workbench.Report.Tables;

/// <summary>One number of a results table.</summary>
/// <param name="Published">As printed; null where the paper has none.</param>
/// <param name="Measured">Mean over seeds; null where nothing was measured.</param>
/// <param name="Deviation">Sample standard deviation over seeds; 0 for one.</param>
/// <param name="Seeds">How many.</param>
public sealed record ResultCell(double? Published, double? Measured, double Deviation, int Seeds)
{
    /// <summary>Measured less published; null where one is missing.</summary>
    public double? Difference => Measured - Published;

    public static ResultCell Of(ComparisonCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return new ResultCell(cell.Published, cell.Measured.Count > 0 ? cell.Mean : null, cell.Deviation, cell.Measured.Count);
    }

    /// <summary>The number of that part as text, "–" where there is none.</summary>
    public string Text(ResultPart part) => part switch
    {
        ResultPart.Published => Number(Published, "0.00"),
        ResultPart.Measured when Seeds > 1 => $"{Number(Measured, "0.00")} ± {Number(Deviation, "0.00")}",
        ResultPart.Measured => Number(Measured, "0.00"),
        ResultPart.Difference => Number(Difference, "+0.00;−0.00;0.00"),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Unknown part."),
    };

    /// <summary>The number of that part.</summary>
    public double? Value(ResultPart part) => part switch { ResultPart.Published => Published, ResultPart.Measured => Measured, _ => Difference };

    private static string Number(double? value, string format) => value is { } number && double.IsFinite(number) ? number.ToString(format, CultureInfo.InvariantCulture) : "–";
}
