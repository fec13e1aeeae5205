using System.Text.Json.Nodes;

namespace Workbench.Report.Charts;

/// <summary>Puts figures into one, each on a pair of axes of its own ("x2", "y2", …).</summary>
internal sealed class GridLayout(Figure[] figures, int rows, int columns)
{
    // Room for labels between panels, in multiples of the font size.
    private const double AcrossGap = 5, DownGap = 5.2, TitleRoom = 1.6, ScaleRoom = 5;

    private readonly double _font = figures[0].FontSize;

    public Figure Build()
    {
        double width = Enumerable.Range(0, columns).Sum(c => Panels(p => p % columns == c).Max(f => f.Width));
        double height = Enumerable.Range(0, rows).Sum(r => Panels(p => p / columns == r).Select(f => f.Height).DefaultIfEmpty(0).Max());
        (width, height) = (Math.Min(width, 1000), height * Math.Min(1, 1000 / width));
        var layout = new JsonObject();
        List<FigureTrace> traces = [];
        HashSet<string> named = [];
        for (int i = 0; i < figures.Length; i++)
            Place(i, layout, traces, named, width, height);
        return new Figure(traces, layout) { Width = width, Height = height, FontSize = _font, Theme = figures[0].Theme };
    }

    private IEnumerable<Figure> Panels(Func<int, bool> which) => figures.Where((_, i) => which(i));

    private void Place(int i, JsonObject layout, List<FigureTrace> traces, HashSet<string> named, double width, double height)
    {
        Figure figure = figures[i];
        string suffix = i == 0 ? "" : $"{i + 1}";
        (double left, double right) = Extent(i % columns, columns, AcrossGap * _font / width);
        (double top, double bottom) = Extent(i / columns, rows, DownGap * _font / height);
        (top, bottom) = (1 - top, 1 - bottom);
        top -= figure.Title.Length > 0 ? TitleRoom * _font / height : 0;
        bool scale = figure.Traces.Any(t => (string?)t.Json["type"] == "heatmap" && (bool?)t.Json["showscale"] != false);
        right -= scale ? (ScaleRoom + (HasScaleTitle(figure) ? 1.6 : 0)) * _font / width : 0;
        foreach ((string letter, double from, double to) in new[] { ("x", left, right), ("y", bottom, top) })
        {
            JsonObject axis = PlotlyJson.Clone(figure.Layout[letter + "axis"] as JsonObject ?? []);
            axis["domain"] = new JsonArray(PlotlyValues.Number(from), PlotlyValues.Number(to));
            axis["anchor"] = (letter == "x" ? "y" : "x") + suffix;
            if ((string?)axis["scaleanchor"] is { } anchor)
                axis["scaleanchor"] = anchor + suffix;
            layout[letter + "axis" + suffix] = axis;
        }
        foreach (FigureTrace trace in figure.Traces)
            traces.Add(trace.Change(json =>
            {
                if (trace.Panel != "x")
                    throw new ArgumentException("A grid cannot hold a figure that has several pairs of axes.");
                (json["xaxis"], json["yaxis"]) = ("x" + suffix, "y" + suffix);
                if ((string?)json["name"] is { } name && (bool?)json["showlegend"] != false)
                {
                    json["legendgroup"] = name;
                    if (!named.Add(name))
                        json["showlegend"] = false;
                }
                if ((string?)json["type"] == "heatmap" && scale)
                    PlotlyJson.Merge(PlotlyJson.Child(json, "colorbar"), new JsonObject
                    {
                        ["x"] = PlotlyValues.Number(right),
                        ["xanchor"] = "left",
                        ["y"] = PlotlyValues.Number((top + bottom) / 2),
                        ["len"] = PlotlyValues.Number(top - bottom),
                    });
            }));
        foreach (string list in new[] { "shapes", "annotations", "images" })
            foreach (JsonNode? item in figure.Layout[list] as JsonArray ?? [])
                Figure.Append(layout, list, Move((JsonObject)item!, suffix));
        foreach ((string key, JsonNode? value) in figure.Layout)
            if (key is not ("xaxis" or "yaxis" or "title" or "shapes" or "annotations" or "images" or "legend" or "showlegend"))
                layout[key] = value?.DeepClone();
        if (figure.Layout["title"]?["text"] is { } title)
            Figure.Append(layout, "annotations", new JsonObject
            {
                ["text"] = title.DeepClone(),
                ["showarrow"] = false,
                ["xref"] = "paper",
                ["yref"] = "paper",
                ["x"] = PlotlyValues.Number(left),
                ["xanchor"] = "left",
                ["y"] = PlotlyValues.Number(top),
                ["yanchor"] = "bottom",
                ["yshift"] = 3,
                ["font"] = new JsonObject { ["size"] = PlotlyValues.Round(_font * 1.05) },
            });
    }

    private static bool HasScaleTitle(Figure figure) => figure.Traces.Any(t => (t.Json["colorbar"] as JsonObject)?["title"] is not null);

    /// <summary>The share of the grid that place <paramref name="i"/> of <paramref name="count"/> takes, gaps left out.</summary>
    private static (double From, double To) Extent(int i, int count, double gap)
    {
        double each = (1 - (gap * (count - 1))) / count;
        return (i * (each + gap), (i * (each + gap)) + each);
    }

    private static JsonObject Move(JsonObject item, string suffix)
    {
        JsonObject moved = PlotlyJson.Clone(item);
        foreach (string reference in new[] { "xref", "yref" })
            if ((string?)moved[reference] is { Length: > 0 } at && at[0] is 'x' or 'y' && at.StartsWith(reference[0]))
                moved[reference] = reference[0] + suffix + at[1..];
        return moved;
    }
}
