using System.Text.Json.Nodes;

namespace Workbench.Report.Charts;

public sealed partial record Figure
{
    /// <summary>The same figure under a title, given as plain text.</summary>
    public Figure WithTitle(string title) => ChangeLayout(layout => PlotlyJson.Set(layout, "title.text", PlotlyText.Escape(title)));

    /// <param name="width">CSS pixels across.</param>
    /// <param name="height">CSS pixels down.</param>
    public Figure WithSize(double width, double height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        return this with { Width = width, Height = height };
    }

    public Figure WithTheme(Theme theme) => this with { Theme = theme ?? throw new ArgumentNullException(nameof(theme)) };

    /// <param name="size">CSS pixels (0.75 points each).</param>
    public Figure WithFontSize(double size)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return this with { FontSize = size };
    }

    /// <summary>The figure as wide as the page wants it, its text of that size; the shape stays.</summary>
    public Figure WithSize(PageWidth page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return this with { Width = page.Pixels, Height = Height * page.Pixels / Width, FontSize = page.FontPixels };
    }

    /// <inheritdoc cref="WithAxisStyle"/>
    public Figure WithXAxisStyle(
        string? titleText = null, (double Min, double Max)? minMax = null, AxisType? axisType = null, bool? showGrid = null, bool? visible = null, bool reversed = false,
        string? tickFormat = null, IReadOnlyList<double>? tickValues = null, IReadOnlyList<string>? tickText = null) =>
        WithAxisStyle("x", titleText, minMax, axisType, showGrid, visible, reversed, tickFormat, tickValues, tickText);

    /// <inheritdoc cref="WithAxisStyle"/>
    public Figure WithYAxisStyle(
        string? titleText = null, (double Min, double Max)? minMax = null, AxisType? axisType = null, bool? showGrid = null, bool? visible = null, bool reversed = false,
        string? tickFormat = null, IReadOnlyList<double>? tickValues = null, IReadOnlyList<string>? tickText = null) =>
        WithAxisStyle("y", titleText, minMax, axisType, showGrid, visible, reversed, tickFormat, tickValues, tickText);

    /// <summary>Error bars on every trace: distances up and, where they differ, down, in units of the axis.</summary>
    public Figure WithYErrorStyle<T>(IEnumerable<T> array, IEnumerable<T>? arrayMinus = null) => WithError("error_y", array, arrayMinus);

    /// <inheritdoc cref="WithYErrorStyle"/>
    public Figure WithXErrorStyle<T>(IEnumerable<T> array, IEnumerable<T>? arrayMinus = null) => WithError("error_x", array, arrayMinus);

    public Figure WithLegend(bool show = true, LegendPlace place = LegendPlace.Right) => ChangeLayout(layout =>
    {
        layout["showlegend"] = show;
        layout["legend"] = place switch
        {
            LegendPlace.Right => new JsonObject { ["orientation"] = "v", ["x"] = 1.02, ["xanchor"] = "left", ["y"] = 1, ["yanchor"] = "top" },
            LegendPlace.Bottom => new JsonObject { ["orientation"] = "h", ["x"] = 0, ["xanchor"] = "left", ["y"] = 0, ["yref"] = "container", ["yanchor"] = "bottom" },
            LegendPlace.InsideTopLeft => Inside("left", "top"),
            LegendPlace.InsideTopRight => Inside("right", "top"),
            LegendPlace.InsideBottomLeft => Inside("left", "bottom"),
            LegendPlace.InsideBottomRight => Inside("right", "bottom"),
            _ => throw new ArgumentOutOfRangeException(nameof(place), place, "Unknown place."),
        };
    });

    /// <summary>Name of the only trace, or of all traces that have none.</summary>
    public Figure WithTraceName(string name) => WithTrace(trace => trace["name"] ??= PlotlyText.Escape(name));

    /// <summary>Whatever plotly.js has and the other methods do not: a change of the layout's JSON. The callback gets a copy.</summary>
    public Figure WithLayout(Action<JsonObject> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return ChangeLayout(change);
    }

    /// <summary>A change of every trace's JSON. The callback gets a copy.</summary>
    public Figure WithTrace(Action<JsonObject> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with { Traces = [.. Traces.Select(trace => trace.Change(change))] };
    }

    /// <summary>A change of one trace's JSON, counted from 0.</summary>
    public Figure WithTrace(int index, Action<JsonObject> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if ((uint)index >= (uint)Traces.Count)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The figure has {Traces.Count} traces, counted from 0.");
        return this with { Traces = [.. Traces.Select((trace, i) => i == index ? trace.Change(change) : trace)] };
    }

    /// <summary>A thin line across the axes, with a word beside it: chance, a published value, a threshold.</summary>
    /// <param name="y">Where, in units of the axis; powers included on a logarithmic one.</param>
    /// <param name="label">Plain text at its right end.</param>
    public Figure WithHorizontalLine(double y, string? label = null) => WithReference(y, label, horizontal: true);

    /// <inheritdoc cref="WithHorizontalLine"/>
    public Figure WithVerticalLine(double x, string? label = null) => WithReference(x, label, horizontal: false);

    internal Figure ChangeLayout(Action<JsonObject> change)
    {
        JsonObject layout = PlotlyJson.Clone(Layout);
        change(layout);
        return this with { Layout = layout };
    }

    /// <summary>The axis of that letter.</summary>
    /// <param name="letter">"x" or "y".</param>
    /// <param name="titleText">Name and unit, plain text.</param>
    /// <param name="minMax">Ends of the axis in its own units, on logarithmic axes too.</param>
    /// <param name="axisType">Taken from the data where not given.</param>
    /// <param name="showGrid">Grid lines.</param>
    /// <param name="visible">False removes line, ticks and labels.</param>
    /// <param name="reversed">Runs the other way.</param>
    /// <param name="tickFormat">d3's number format, for example ".0%" or ".2f".</param>
    /// <param name="tickValues">Where ticks stand, in units of the axis.</param>
    /// <param name="tickText">What is written there, plain text; the values themselves where not given.</param>
    private Figure WithAxisStyle(
        string letter, string? titleText, (double Min, double Max)? minMax, AxisType? axisType, bool? showGrid, bool? visible, bool reversed,
        string? tickFormat, IReadOnlyList<double>? tickValues, IReadOnlyList<string>? tickText) => ChangeLayout(layout =>
    {
        JsonObject axis = PlotlyJson.Child(layout, letter + "axis");
        if (titleText is not null)
            PlotlyJson.Set(axis, "title.text", PlotlyText.Escape(titleText));
        if (axisType is { } type)
            axis["type"] = type.ToString().ToLowerInvariant();
        bool log = (string?)axis["type"] == "log";
        if (log)
            LogAxis.Style(axis, minMax ?? LogAxis.Ends(Traces, letter));
        if (minMax is { } ends)
        {
            (double from, double to) = reversed ? (ends.Max, ends.Min) : ends;
            axis["range"] = log ? new JsonArray(LogAxis.Exponent(from), LogAxis.Exponent(to)) : new JsonArray(PlotlyValues.Number(from), PlotlyValues.Number(to));
        }
        else if (reversed)
        {
            axis["autorange"] = "reversed";
        }
        if (showGrid is { } grid)
            axis["showgrid"] = grid;
        if (visible is { } seen)
            axis["visible"] = seen;
        if (tickFormat is not null)
            axis["tickformat"] = tickFormat;
        if (tickValues is not null)
        {
            axis.Remove("dtick");
            axis.Remove("minor");
            axis["tickmode"] = "array";
            axis["tickvals"] = PlotlyValues.Array(tickValues);
            axis["ticktext"] = tickText is null ? PlotlyValues.Array(tickValues.Select(v => $"{PlotlyValues.Round(v)}")) : PlotlyValues.Array(tickText);
        }
    });

    private Figure WithError<T>(string member, IEnumerable<T> array, IEnumerable<T>? arrayMinus)
    {
        ArgumentNullException.ThrowIfNull(array);
        T[] up = [.. array];
        T[]? down = arrayMinus?.ToArray();
        return WithTrace(trace =>
        {
            JsonObject error = PlotlyJson.Child(trace, member);
            (error["type"], error["array"], error["symmetric"]) = ("data", PlotlyValues.Errors(up), down is null);
            if (down is not null)
                error["arrayminus"] = PlotlyValues.Errors(down);
        });
    }

    private Figure WithReference(double value, string? label, bool horizontal) => ChangeLayout(layout =>
    {
        (string along, string across) = horizontal ? ("x", "y") : ("y", "x");
        var shape = new JsonObject
        {
            ["type"] = "line",
            [along + "ref"] = along + " domain",
            [along + "0"] = 0,
            [along + "1"] = 1,
            [across + "ref"] = across,
            [across + "0"] = PlotlyValues.Number(value),
            [across + "1"] = PlotlyValues.Number(value),
            ["line"] = new JsonObject { ["color"] = "#888888", ["width"] = 1.2, ["dash"] = "dash" },
        };
        if (label is not null)
            shape["label"] = new JsonObject { ["text"] = PlotlyText.Escape(label), ["textposition"] = "end", ["yanchor"] = "bottom", ["font"] = new JsonObject { ["color"] = "#888888" } };
        Append(layout, "shapes", shape);
    });

    internal static void Append(JsonObject layout, string list, JsonNode item)
    {
        if (layout[list] is not JsonArray items)
            layout[list] = items = [];
        items.Add(item);
    }

    private static JsonObject Inside(string x, string y) => new()
    {
        ["orientation"] = "v",
        ["x"] = x == "left" ? 0.02 : 0.98,
        ["xanchor"] = x,
        ["y"] = y == "bottom" ? 0.03 : 0.98,
        ["yanchor"] = y,
    };
}
