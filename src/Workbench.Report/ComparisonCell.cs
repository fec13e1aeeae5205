namespace Workbench.Report;

/// <summary>One number of a table, as published and as measured.</summary>
/// <param name="Published">The printed value; null where the paper has none.</param>
/// <param name="Measured">One value a seed; empty where the row was not run.</param>
public sealed record ComparisonCell(double? Published, IReadOnlyList<double> Measured)
{
    public double Mean => Measured.Average();

    /// <summary>Sample standard deviation; 0 for one seed.</summary>
    public double Deviation
    {
        get
        {
            if (Measured.Count < 2)
                return 0;
            double mean = Mean;
            return Math.Sqrt(Measured.Sum(v => (v - mean) * (v - mean)) / (Measured.Count - 1));
        }
    }

    /// <summary>"12.34", "12.34 ± 0.56" or "–".</summary>
    public string MeasuredText => Measured.Count switch
    {
        0 => "–",
        1 => $"{Mean:0.00}",
        _ => $"{Mean:0.00} ± {Deviation:0.00}",
    };

    public string PublishedText => Published is { } value ? $"{value:0.00}" : "–";
}
