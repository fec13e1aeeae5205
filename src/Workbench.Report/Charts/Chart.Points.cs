using System.Text.Json.Nodes;

namespace Workbench.Report.Charts;

public static partial class Chart
{
    private const double BandOpacity = 0.2;

    /// <summary>A line through points, in the order given.</summary>
    /// <param name="x">Along.</param>
    /// <param name="y">Up; NaN leaves a gap.</param>
    /// <param name="name">What the legend calls it.</param>
    /// <param name="showMarkers">Draws the points too.</param>
    /// <param name="lineColor">#rrggbb; the theme's next colour where not given.</param>
    /// <param name="lineWidth">CSS pixels.</param>
    /// <param name="lineDash">plotly.js's "solid", "dash", "dot", "dashdot".</param>
    /// <param name="text">Shown at each point under the pointer.</param>
    /// <exception cref="ArgumentException">x and y differ in length.</exception>
    public static Figure Line<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, bool showMarkers = false, string? lineColor = null, double lineWidth = 2, string? lineDash = null, IEnumerable<string>? text = null)
    {
        (TX[] along, TY[] up) = Pair(x, y);
        List<TraceSlot> slots = lineColor is null ? [new("line.color")] : [];
        if (showMarkers)
            slots.Add(new TraceSlot("marker.symbol", SlotKind.Symbol));
        return One(new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = showMarkers ? "lines+markers" : "lines",
            ["x"] = PlotlyValues.Array(along),
            ["y"] = PlotlyValues.Array(up),
            ["name"] = Name(name),
            ["showlegend"] = name is null ? false : null,
            ["line"] = PlotlyJson.Compact(new JsonObject { ["color"] = lineColor, ["width"] = lineWidth, ["dash"] = lineDash }),
            ["text"] = text is null ? null : PlotlyValues.Array(text),
        }, slots, AxesOf<TX, TY>());
    }

    /// <summary>Points without a line.</summary>
    /// <param name="x">Along.</param>
    /// <param name="y">Up.</param>
    /// <param name="name">What the legend calls them.</param>
    /// <param name="markerColor">#rrggbb; the theme's next colour where not given.</param>
    /// <param name="markerSize">CSS pixels across.</param>
    /// <param name="opacity">Below 1 where many points lie on each other.</param>
    /// <param name="text">Shown at each point under the pointer.</param>
    /// <exception cref="ArgumentException">x and y differ in length.</exception>
    public static Figure Point<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, string? markerColor = null, double? markerSize = null, double? opacity = null, IEnumerable<string>? text = null)
    {
        (TX[] along, TY[] up) = Pair(x, y);
        List<TraceSlot> slots = [new TraceSlot("marker.symbol", SlotKind.Symbol)];
        if (markerColor is null)
            slots.Add(new TraceSlot("marker.color"));
        return One(new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["x"] = PlotlyValues.Array(along),
            ["y"] = PlotlyValues.Array(up),
            ["name"] = Name(name),
            ["showlegend"] = name is null ? false : null,
            ["marker"] = PlotlyJson.Compact(new JsonObject { ["color"] = markerColor, ["size"] = markerSize }),
            ["opacity"] = opacity,
            ["text"] = text is null ? null : PlotlyValues.Array(text),
        }, slots, AxesOf<TX, TY>());
    }

    /// <summary>A line with a band from <paramref name="lower"/> to <paramref name="upper"/> behind it: mean and deviation, median and quartiles.</summary>
    /// <param name="x">Along.</param>
    /// <param name="y">The line.</param>
    /// <param name="lower">The band's lower edge. Where an edge is NaN there is no band.</param>
    /// <param name="upper">The band's upper edge.</param>
    /// <param name="name">What the legend calls both.</param>
    /// <param name="showMarkers">Draws the points too.</param>
    /// <param name="lineColor">#rrggbb; the theme's next colour where not given.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static Figure Range<TX>(
        IEnumerable<TX> x, IEnumerable<double> y, IEnumerable<double> lower, IEnumerable<double> upper, string? name = null, bool showMarkers = false, string? lineColor = null)
    {
        (TX[] along, double[] up) = Pair(x, y);
        (_, double[] low) = Pair(along, lower, "x and lower");
        (_, double[] high) = Pair(along, upper, "x and upper");
        Figure line = Line(along, up, name, showMarkers, lineColor);
        string legend = name is null ? Guid.Empty.ToString() : PlotlyText.Escape(name);
        List<FigureTrace> traces = [];
        foreach ((int first, int count) in Stretches(low, high))
        {
            IEnumerable<int> there = Enumerable.Range(first, count), back = there.Reverse();
            var band = new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "lines",
                ["x"] = PlotlyValues.Array(there.Concat(back).Select(i => along[i])),
                ["y"] = PlotlyValues.Array(there.Select(i => high[i]).Concat(back.Select(i => low[i]))),
                ["fill"] = "toself",
                ["line"] = new JsonObject { ["width"] = 0 },
                ["hoverinfo"] = "skip",
                ["showlegend"] = false,
                ["legendgroup"] = legend,
            };
            if (lineColor is not null)
                band["fillcolor"] = ColorText.WithOpacity(lineColor, BandOpacity);
            traces.Add(new FigureTrace(band, line.Traces[0].Group, lineColor is null ? [new TraceSlot("fillcolor", Opacity: BandOpacity)] : []));
        }
        traces.Add(line.Traces[0].Change(trace => trace["legendgroup"] = legend));
        return line with { Traces = traces };
    }

    /// <summary>How often values fall into bins of equal width.</summary>
    /// <param name="values">NaN is left out.</param>
    /// <param name="bins">At most so many; plotly.js rounds their width. 0 lets it choose.</param>
    /// <param name="name">What the legend calls it.</param>
    /// <param name="density">True: areas sum to 1.</param>
    public static Figure Histogram<T>(IEnumerable<T> values, int bins = 0, string? name = null, bool density = false) => One(new JsonObject
    {
        ["type"] = "histogram",
        ["x"] = PlotlyValues.Array(values),
        ["nbinsx"] = bins > 0 ? bins : null,
        ["name"] = Name(name),
        ["showlegend"] = name is null ? false : null,
        ["histnorm"] = density ? "probability density" : null,
        ["opacity"] = 0.85,
    }, [new TraceSlot("marker.color")], new JsonObject { ["barmode"] = "overlay", ["bargap"] = 0.03, ["yaxis"] = new JsonObject { ["rangemode"] = "tozero" } });

    /// <summary>Runs of places in which both edges are numbers.</summary>
    private static IEnumerable<(int First, int Count)> Stretches(double[] low, double[] high)
    {
        for (int first = 0; first < low.Length; first++)
        {
            int end = first;
            while (end < low.Length && double.IsFinite(low[end]) && double.IsFinite(high[end]))
                end++;
            if (end > first)
                yield return (first, end - first);
            first = end;
        }
    }
}
