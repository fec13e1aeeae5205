namespace Workbench.Report.Charts;

/// <summary>Charts of a table's columns, published beside measured. The two are different data: orderings and shapes compare, values do not.</summary>
public static class ComparisonCharts
{
    /// <summary>Two panels of lying bars, published and measured, a bar a row; rows that nobody measured are left out. Whiskers: the seeds' standard deviation.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">Which column.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public static Figure Bars(this ComparisonTable table, int column)
    {
        ComparisonRow[] rows = Measured(table, column);
        string[] labels = [.. rows.Select(r => r.Label)];
        Figure measured = Chart.Bar(
            labels, rows.Select(r => r.Cells[column].Mean), "measured", rows.Any(r => r.Cells[column].Measured.Count > 1) ? rows.Select(r => r.Cells[column] is { Measured.Count: > 1 } cell ? cell.Deviation : double.NaN) : null, showValues: true)
            .WithXAxisStyle($"{table.Columns[column]}, measured");
        if (rows.All(r => r.Cells[column].Published is null))
            return measured.WithTitle(table.Columns[column]).WithLegend(false);
        Figure published = Chart.Bar(labels, rows.Select(r => r.Cells[column].Published ?? double.NaN), "published", showValues: true).WithXAxisStyle($"{table.Columns[column]}, published");
        return Chart.Grid([published, measured.WithYAxisStyle(visible: false)], columns: 2).WithLegend(false).WithSize(1000, 120 + (42 * rows.Length));
    }

    /// <summary>Two panels of lines over a setting, published and measured. The band: the seeds' standard deviation.</summary>
    /// <param name="table">A table whose first rows are settings.</param>
    /// <param name="column">Which column.</param>
    /// <param name="published">The printed settings, one a row.</param>
    /// <param name="measured">Ours.</param>
    /// <param name="setting">What they are.</param>
    public static Figure Curve(this ComparisonTable table, int column, IReadOnlyList<double> published, IReadOnlyList<double> measured, string setting)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(measured);
        ComparisonRow[] rows = [.. Measured(table, column).Take(published.Count)];
        Figure left = Chart.Line(published, rows.Select(r => r.Cells[column].Published ?? double.NaN), "published", showMarkers: true)
            .WithXAxisStyle($"{setting}, published").WithYAxisStyle(table.Columns[column]);
        Figure means = rows.Any(r => r.Cells[column].Measured.Count > 1)
            ? Chart.Range(measured, rows.Select(r => r.Cells[column].Mean), rows.Select(r => r.Cells[column].Mean - r.Cells[column].Deviation), rows.Select(r => r.Cells[column].Mean + r.Cells[column].Deviation), "measured", showMarkers: true)
            : Chart.Line(measured, rows.Select(r => r.Cells[column].Mean), "measured", showMarkers: true);
        Figure right = means.WithXAxisStyle($"{setting}, here").WithYAxisStyle(table.Columns[column]);
        return Chart.Grid([left, right], columns: 2).WithLegend(false).WithSize(900, 340);
    }

    private static ComparisonRow[] Measured(ComparisonTable table, int column)
    {
        ArgumentNullException.ThrowIfNull(table);
        if ((uint)column >= (uint)table.Columns.Count)
            throw new ArgumentOutOfRangeException(nameof(column), column, $"The table has the columns 0 to {table.Columns.Count - 1}.");
        return [.. table.Rows.Where(r => r.Cells[column].Measured.Count > 0)];
    }
}
