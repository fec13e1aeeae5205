using System.Globalization;
using System.Text.Json.Nodes;

namespace Workbench.Report.Charts;

public static partial class Chart
{
    /// <summary>Of cells without a value: a grey that neither theme's scales come near.</summary>
    private const string Empty = "#b4b4b4";

    /// <summary>A matrix as colours, the first row on top.</summary>
    /// <param name="values">Rows × columns; NaN stays empty.</param>
    /// <param name="x">Names of the columns; their numbers where not given.</param>
    /// <param name="y">Names of the rows.</param>
    /// <param name="colorScale">The theme's where not given.</param>
    /// <param name="min">What the scale's first colour stands for; the smallest value where not given.</param>
    /// <param name="max">What the last one stands for.</param>
    /// <param name="showScale">Draws the scale beside the matrix.</param>
    /// <param name="scaleTitle">What is measured, beside the scale.</param>
    /// <exception cref="ArgumentException">The names do not fit the matrix.</exception>
    public static Figure Heatmap(
        double[,] values, IEnumerable<string>? x = null, IEnumerable<string>? y = null, ColorScale? colorScale = null, double? min = null, double? max = null,
        bool showScale = true, string? scaleTitle = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        string[]? columns = Names(x, values.GetLength(1), "column"), rows = Names(y, values.GetLength(0), "row");
        bool whole = values.Cast<double>().All(double.IsFinite);
        int? lines = whole && values.Length <= 900 ? 1 : null;
        var trace = new JsonObject
        {
            ["type"] = "heatmap",
            ["z"] = PlotlyValues.Matrix(values),
            ["zmin"] = min is { } least ? PlotlyValues.Number(least) : null,
            ["zmax"] = max is { } most ? PlotlyValues.Number(most) : null,
            ["zauto"] = min is null || max is null ? null : false,
            ["colorscale"] = colorScale?.ToJson(),
            ["showscale"] = showScale,
            ["xgap"] = lines,
            ["ygap"] = lines,
            ["hoverongaps"] = false,
        };
        if (scaleTitle is not null)
            trace["colorbar"] = new JsonObject { ["title"] = new JsonObject { ["text"] = PlotlyText.Escape(scaleTitle) } };
        // Numbers as places and names as labels: two equal names ("the", "the") keep a row each.
        JsonObject layout = new()
        {
            ["xaxis"] = MatrixAxis(columns, values.GetLength(1)),
            ["yaxis"] = MatrixAxis(rows, values.GetLength(0)),
        };
        layout["yaxis"]!["autorange"] = "reversed";
        if (columns is not null || rows is not null)
        {
            trace["customdata"] = Pairs(columns, rows, values);
            trace["hovertemplate"] = "%{customdata}: %{z}<extra></extra>";
        }
        Figure figure = One(trace, colorScale is null ? [new TraceSlot("colorscale", SlotKind.Sequential)] : [], layout);
        return whole ? figure : figure with { Traces = [Holes(values), .. figure.Traces] };
    }

    /// <summary>A matrix as colours with its numbers written into the cells.</summary>
    /// <param name="values">Rows × columns.</param>
    /// <param name="annotations">Texts of the cells; the values where not given.</param>
    /// <param name="x">Names of the columns.</param>
    /// <param name="y">Names of the rows.</param>
    /// <param name="colorScale">The theme's where not given.</param>
    /// <param name="min">What the scale's first colour stands for.</param>
    /// <param name="max">What the last one stands for.</param>
    /// <param name="showScale">Draws the scale beside the matrix.</param>
    /// <param name="format">.NET's format of the values.</param>
    /// <param name="scaleTitle">What is measured, beside the scale.</param>
    public static Figure AnnotatedHeatmap(
        double[,] values, string[,]? annotations = null, IEnumerable<string>? x = null, IEnumerable<string>? y = null, ColorScale? colorScale = null, double? min = null, double? max = null,
        bool showScale = false, string format = "0.##", string? scaleTitle = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (annotations is not null && (annotations.GetLength(0) != values.GetLength(0) || annotations.GetLength(1) != values.GetLength(1)))
            throw new ArgumentException($"The annotations must be {values.GetLength(0)}×{values.GetLength(1)} like the values; they are {annotations.GetLength(0)}×{annotations.GetLength(1)}.", nameof(annotations));
        var text = new JsonArray();
        for (int r = 0; r < values.GetLength(0); r++)
        {
            int row = r;
            text.Add(PlotlyValues.Array(Enumerable.Range(0, values.GetLength(1)).Select(c =>
                annotations?[row, c] ?? (double.IsNaN(values[row, c]) ? "" : values[row, c].ToString(format, CultureInfo.InvariantCulture)))));
        }
        Figure figure = Heatmap(values, x, y, colorScale, min, max, showScale, scaleTitle);
        return figure.WithTrace(figure.Traces.Count - 1, trace => (trace["text"], trace["texttemplate"]) = (text.DeepClone(), "%{text}"));
    }

    /// <summary>Grey cells where a matrix has no value, under the others.</summary>
    private static FigureTrace Holes(double[,] values)
    {
        var holes = new double[values.GetLength(0), values.GetLength(1)];
        for (int r = 0; r < holes.GetLength(0); r++)
            for (int c = 0; c < holes.GetLength(1); c++)
                holes[r, c] = double.IsFinite(values[r, c]) ? double.NaN : 0;
        return new FigureTrace(new JsonObject
        {
            ["type"] = "heatmap",
            ["z"] = PlotlyValues.Matrix(holes),
            ["colorscale"] = new JsonArray(new JsonArray(0, Empty), new JsonArray(1, Empty)),
            ["showscale"] = false,
            ["hoverinfo"] = "skip",
        }, new object(), []);
    }

    private static string[]? Names(IEnumerable<string>? names, int count, string what)
    {
        string[]? all = names?.ToArray();
        return all is null || all.Length == count ? all : throw new ArgumentException($"The matrix has {count} {what}s; {all.Length} names were given.");
    }

    private static JsonObject MatrixAxis(string[]? names, int count) => PlotlyJson.Compact(new JsonObject
    {
        ["showgrid"] = false,
        ["showline"] = false,
        ["ticks"] = "outside",
        ["ticklen"] = 3,
        ["tickcolor"] = "rgba(0,0,0,0)",
        ["constrain"] = "domain",
        ["tickmode"] = names is null ? null : "array",
        ["tickvals"] = names is null ? null : PlotlyValues.Array(Enumerable.Range(0, count)),
        ["ticktext"] = names is null ? null : PlotlyValues.Array(names),
    });

    private static JsonArray Pairs(string[]? columns, string[]? rows, double[,] values)
    {
        var all = new JsonArray();
        for (int r = 0; r < values.GetLength(0); r++)
        {
            int row = r;
            all.Add(PlotlyValues.Array(Enumerable.Range(0, values.GetLength(1)).Select(c => $"{rows?[row] ?? $"{row}"}, {columns?[c] ?? $"{c}"}")));
        }
        return all;
    }
}
