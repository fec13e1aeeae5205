using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Workbench.Report.Charts;

namespace Workbench.Report.Tables;

/// <summary>Results tables as figures.</summary>
public static partial class ResultsFigures
{
    /// <summary>The names that <see cref="Make"/> takes.</summary>
    public static IReadOnlyList<string> Names { get; } = ["bars", "curve", "agreement"];

    /// <summary>The figure of that name: "bars", "curve" or "agreement".</summary>
    /// <param name="table">The numbers.</param>
    /// <param name="name">Which.</param>
    /// <param name="width">CSS pixels across.</param>
    /// <param name="fontSize">CSS pixels.</param>
    /// <exception cref="ArgumentException">No such figure, or the table has not what it needs.</exception>
    public static Figure Make(ResultsTable table, string name, double width = 760, double fontSize = 13) => name switch
    {
        "bars" => Bars(table, width, fontSize),
        "curve" => Curve(table, width, fontSize),
        "agreement" => Agreement(table, width, fontSize),
        _ => throw new ArgumentException($"A table has no figure '{name}'; it has {string.Join(", ", Names)}.", nameof(name)),
    };

    /// <summary>A panel for each column, in it a pair of bars for each row: published and measured, with deviations over seeds.</summary>
    public static Figure Bars(ResultsTable table, double width = 760, double fontSize = 13)
    {
        ArgumentNullException.ThrowIfNull(table);
        int letters = Math.Max(10, (int)(width * 0.4 / (fontSize * 0.52)));
        string[] labels = [.. table.Rows.Select(row => PlotlyText.Wrap(row.Label, Math.Min(letters, 44)))];
        double labelRoom = fontSize * 0.52 * labels.Max(l => l.Split('\n').Max(line => line.Length)), panel = fontSize * 11;
        int across = Math.Clamp((int)((width - labelRoom) / panel), 1, table.Columns.Count);
        int down = (table.Columns.Count + across - 1) / across;
        double height = labels.Length * fontSize * Math.Max(2.4, 1.4 * labels.Max(PlotlyText.Lines));
        List<Figure> panels = [];
        for (int c = 0; c < table.Columns.Count; c++)
            panels.Add(Panel(table, c, labels).WithYAxisStyle(visible: c % across == 0 ? null : false).WithSize(width / across, height + (fontSize * 5)).WithFontSize(fontSize));
        Figure grid = Chart.Grid(panels, across);
        return grid.WithSize(width, (height * down) + (fontSize * ((5 * down) + 4))).WithTitle(table.Title).WithLegend(place: LegendPlace.Bottom);
    }

    /// <summary>Measured values over the thresholds that the columns name ("mAP@0.1", "mAP@0.2", …), a line a row; the published ones dashed.</summary>
    /// <exception cref="ArgumentException">Fewer than two columns name a threshold of the same metric.</exception>
    public static Figure Curve(ResultsTable table, double width = 760, double fontSize = 13)
    {
        ArgumentNullException.ThrowIfNull(table);
        var columns = table.Columns.Select((column, c) => (Match: Threshold().Match(column), c)).Where(m => m.Match.Success)
            .GroupBy(m => m.Match.Groups[1].Value).OrderByDescending(g => g.Count()).FirstOrDefault();
        if (columns is null || columns.Count() < 2)
            throw new ArgumentException($"A curve needs columns like \"mAP@0.1\", \"mAP@0.2\"; {table.Name} has {string.Join(", ", table.Columns.Select(c => $"\"{c}\""))}.", nameof(table));
        (double At, int Column)[] points = [.. columns.Select(m => (double.Parse(m.Match.Groups[2].Value, CultureInfo.InvariantCulture), m.c)).Order()];
        List<Figure> lines = [];
        foreach (ResultRow row in table.Rows)
        {
            double[] x = [.. points.Select(p => p.At)];
            if (points.Any(p => row.Cells[p.Column].Measured is not null))
            {
                double[] y = Values(ResultPart.Measured), spread = [.. points.Select(p => row.Cells[p.Column].Deviation)];
                lines.Add(spread.Any(s => s > 0) ? Chart.Range(x, y, y.Zip(spread, (v, s) => v - s), y.Zip(spread, (v, s) => v + s), row.Label, showMarkers: true) : Chart.Line(x, y, row.Label, showMarkers: true));
            }
            if (points.Any(p => row.Cells[p.Column].Published is not null))
                lines.Add(Chart.Line(x, Values(ResultPart.Published), row.Label + ", published", showMarkers: true, lineDash: "dash"));

            double[] Values(ResultPart part) => [.. points.Select(p => row.Cells[p.Column].Value(part) ?? double.NaN)];
        }
        return Chart.Combine(lines).WithTitle(table.Title).WithXAxisStyle("threshold", tickValues: [.. points.Select(p => p.At)]).WithYAxisStyle(columns.Key.Trim(' ', '@', ','))
            .WithFontSize(fontSize).WithSize(width, (width * 0.5) + (lines.Count * fontSize * 0.8)).WithLegend(place: LegendPlace.Bottom);
    }

    /// <summary>Measured against published, a point a row and a panel a column: on a rising line the rows come in the paper's order.</summary>
    /// <exception cref="ArgumentException">No column has two rows with both numbers.</exception>
    public static Figure Agreement(ResultsTable table, double width = 760, double fontSize = 13)
    {
        ArgumentNullException.ThrowIfNull(table);
        List<Figure> panels = [];
        for (int c = 0; c < table.Columns.Count; c++)
        {
            int column = c;
            ResultRow[] both = [.. table.Rows.Where(row => row.Cells[column].Difference is not null)];
            if (both.Length < 2)
                continue;
            panels.Add(Chart.Combine(both.Select(row => Chart.Point([row.Cells[column].Published!.Value], [row.Cells[column].Measured!.Value], row.Label, markerSize: fontSize * 0.8)))
                .WithTitle(table.Columns[c]).WithXAxisStyle("published").WithYAxisStyle("measured").WithFontSize(fontSize));
        }
        if (panels.Count == 0)
            throw new ArgumentException($"{table.Name} has no column with two rows that are both published and measured.", nameof(table));
        int across = Math.Clamp((int)(width / (fontSize * 17)), 1, panels.Count), down = (panels.Count + across - 1) / across;
        return Chart.Grid(panels, across).WithSize(width, (down * width / across * 0.8) + (fontSize * (4 + (1.6 * table.Rows.Count / 3)))).WithTitle(table.Title).WithLegend(place: LegendPlace.Bottom);
    }

    private static Figure Panel(ResultsTable table, int column, string[] labels)
    {
        List<Figure> bars = [];
        int[] places = [.. Enumerable.Range(0, labels.Length)];
        foreach (ResultPart part in new[] { ResultPart.Published, ResultPart.Measured })
        {
            double[] values = [.. table.Rows.Select(row => row.Cells[column].Value(part) ?? double.NaN)];
            if (values.All(double.IsNaN) && table.Rows.Any(row => row.Cells.Any(cell => cell.Value(part) is not null)) is false)
                continue;
            bool spread = part == ResultPart.Measured && table.Rows.Any(row => row.Cells[column].Deviation > 0);
            bars.Add(Chart.Bar(places, values, part.ToString().ToLowerInvariant(), spread ? table.Rows.Select(row => row.Cells[column] is { Seeds: > 1 } cell ? cell.Deviation : double.NaN) : null));
        }
        return Chart.Combine(bars).WithTitle(table.Columns[column])
            .WithYAxisStyle(tickValues: [.. places.Select(p => (double)p)], tickText: labels)
            .ChangeLayout(layout =>
            {
                PlotlyJson.Set(layout, "yaxis.range", new JsonArray(labels.Length - 0.5, -0.5));
                ((JsonObject)layout["yaxis"]!).Remove("autorange");
                PlotlyJson.Set(layout, "xaxis.rangemode", "tozero");
                PlotlyJson.Set(layout, "xaxis.nticks", 4);
                layout["bargap"] = 0.25;
            });
    }

    [GeneratedRegex(@"^(.*@)(\d*\.\d+)\D*$")]
    private static partial Regex Threshold();
}
