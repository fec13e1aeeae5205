using System.Text.Json.Nodes;

namespace Workbench.Report.Charts;

/// <summary>
/// Makes figures. The names are Plotly.NET's where there are such; what is drawn is plotly.js 3. Values may be numbers, texts (then the axis has
/// a place for each), dates or durations; NaN leaves a gap. All texts are plain.
/// </summary>
public static partial class Chart
{
    /// <summary>A figure of one trace, with the axes that its values ask for.</summary>
    private static Figure One(JsonObject trace, IReadOnlyList<TraceSlot> slots, JsonObject? layout = null) =>
        new([new FigureTrace(PlotlyJson.Compact(trace), new object(), slots)], layout ?? []);

    /// <summary>Texts get a place each, whatever they look like: plotly.js would take "1" and "2" for numbers.</summary>
    private static JsonObject AxesOf<TX, TY>() => PlotlyJson.Compact(new JsonObject { ["xaxis"] = AxisOf<TX>(), ["yaxis"] = AxisOf<TY>() });

    private static JsonObject? AxisOf<T>() => typeof(T) == typeof(string) || typeof(T).IsEnum ? new JsonObject { ["type"] = "category" } : null;

    private static JsonNode? Name(string? name) => name is null ? null : PlotlyText.Escape(name);

    /// <summary>Both lists as arrays.</summary>
    /// <exception cref="ArgumentException">They differ in length.</exception>
    private static (TX[] X, TY[] Y) Pair<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string names = "x and y")
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        (TX[] first, TY[] second) = ([.. x], [.. y]);
        return first.Length == second.Length
            ? (first, second)
            : throw new ArgumentException($"{names} must have the same number of values; there are {first.Length} and {second.Length}.", nameof(y));
    }
}
