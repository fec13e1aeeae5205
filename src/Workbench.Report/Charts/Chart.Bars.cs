using System.Text.Json.Nodes;

namespace Workbench.Report.Charts;

public static partial class Chart
{
    /// <summary>Standing bars.</summary>
    /// <param name="keys">One a bar, left to right.</param>
    /// <param name="values">Heights; NaN leaves the place empty.</param>
    /// <param name="name">What the legend calls them.</param>
    /// <param name="errors">Half lengths of the error bars, for example standard deviations over seeds; NaN draws none.</param>
    /// <param name="color">#rrggbb; the theme's next colour where not given.</param>
    /// <param name="showValues">Writes each value over its bar.</param>
    /// <param name="valueFormat">.NET's format of those.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static Figure Column<TKey>(
        IEnumerable<TKey> keys, IEnumerable<double> values, string? name = null, IEnumerable<double>? errors = null, string? color = null, bool showValues = false, string valueFormat = "0.0#") =>
        Bars(keys, values, name, errors, color, showValues, valueFormat, lying: false);

    /// <summary>Lying bars, the first on top: for long names.</summary>
    /// <inheritdoc cref="Column"/>
    public static Figure Bar<TKey>(
        IEnumerable<TKey> keys, IEnumerable<double> values, string? name = null, IEnumerable<double>? errors = null, string? color = null, bool showValues = false, string valueFormat = "0.0#") =>
        Bars(keys, values, name, errors, color, showValues, valueFormat, lying: true);

    private static Figure Bars<TKey>(
        IEnumerable<TKey> keys, IEnumerable<double> values, string? name, IEnumerable<double>? errors, string? color, bool showValues, string valueFormat, bool lying)
    {
        (TKey[] places, double[] lengths) = Pair(keys, values, "keys and values");
        JsonArray along = PlotlyValues.Array(places), up = PlotlyValues.Array(lengths);
        JsonObject? error = errors is null ? null : new JsonObject { ["type"] = "data", ["array"] = PlotlyValues.Errors(Pair(places, errors, "keys and errors").Y) };
        var trace = new JsonObject
        {
            ["type"] = "bar",
            ["orientation"] = lying ? "h" : null,
            ["x"] = lying ? up : along,
            ["y"] = lying ? along : up,
            ["name"] = Name(name),
            ["showlegend"] = name is null ? false : null,
            [lying ? "error_x" : "error_y"] = error,
        };
        if (color is not null)
            trace["marker"] = new JsonObject { ["color"] = color };
        if (showValues)
        {
            trace["text"] = PlotlyValues.Array(lengths.Select(v => double.IsNaN(v) ? "" : v.ToString(valueFormat, System.Globalization.CultureInfo.InvariantCulture)));
            // Behind the bar's end stands its error bar: then the number goes into the bar, where there is room.
            (trace["textposition"], trace["cliponaxis"], trace["textangle"]) = (errors is null ? "outside" : "auto", false, 0);
            trace["insidetextanchor"] = errors is null ? null : "start";
        }
        JsonObject layout = lying ? AxesOf<double, TKey>() : AxesOf<TKey, double>();
        layout["barmode"] = "group";
        if (lying)
            PlotlyJson.Set(layout, "yaxis.autorange", "reversed");
        PlotlyJson.Set(layout, lying ? "yaxis.showgrid" : "xaxis.showgrid", false);
        return One(trace, color is null ? [new TraceSlot("marker.color")] : [], layout);
    }
}
