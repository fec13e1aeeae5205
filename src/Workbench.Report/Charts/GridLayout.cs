using System.Text.Json.Nodes;

namespace Workbench.Report.Charts;

/// <summary>Puts figures into one, each on a pair of axes of its own ("x2", "y2", …), with the room between them that their labels take.</summary>
internal sealed class GridLayout
{
    private const double MostWidth = 1000;
    private static readonly string[] s_lists = ["shapes", "annotations", "images"], s_own = ["xaxis", "yaxis", "title", "legend", "showlegend", "margin", .. s_lists];

    private readonly Figure[] _figures;
    private readonly int _rows, _columns;
    private readonly double _font, _width, _height, _panel;
    private readonly (double From, double To)[] _across, _down;

    public GridLayout(Figure[] figures, int rows, int columns)
    {
        (_figures, _rows, _columns, _font) = (figures, rows, columns, figures[0].FontSize);
        double width = Enumerable.Range(0, columns).Sum(c => Column(c).Select(f => f.Width).DefaultIfEmpty(0).Max());
        double height = Enumerable.Range(0, rows).Sum(r => Row(r).Select(f => f.Height).DefaultIfEmpty(0).Max());
        (_width, _height) = (Math.Min(width, MostWidth), height * Math.Min(1, MostWidth / width));
        // What margins, title and legend leave of the figure, about.
        double innerWidth = Math.Max(_width / 2, _width - Need(Column(0), LeftOf) - (2 * _font)), innerHeight = Math.Max(_height / 2, _height - Need(Row(rows - 1), BelowOf) - (5 * _font));
        _across = Share(columns, c => Need(Column(c), LeftOf), c => Need(Column(c), RightOf), innerWidth, outerStart: 0, outerEnd: 1);
        _panel = (_across[0].To - _across[0].From) * innerWidth;
        _down = Share(rows, r => Need(Row(r), AboveOf), r => Need(Row(r), BelowOf), innerHeight, outerStart: 1, outerEnd: 0);
    }

    public Figure Build()
    {
        var layout = new JsonObject();
        List<FigureTrace> traces = [];
        HashSet<string> named = [];
        for (int i = 0; i < _figures.Length; i++)
            Place(i, layout, traces, named);
        return new Figure(traces, layout) { Width = _width, Height = _height, FontSize = _font, Theme = _figures[0].Theme };
    }

    private IEnumerable<Figure> Column(int c) => _figures.Where((_, i) => i % _columns == c);

    private IEnumerable<Figure> Row(int r) => _figures.Where((_, i) => i / _columns == r);

    private double Need(IEnumerable<Figure> figures, Func<Figure, double> side) => _font * figures.Select(side).DefaultIfEmpty(0).Max();

    // Room around the axes in multiples of the font size.
    private double AboveOf(Figure figure) => figure.Title.Length > 0 ? 0.6 + (1.4 * PlotlyText.Lines(Wrap(figure.Title))) : 0.6;

    private static double BelowOf(Figure figure) => !Visible(figure, "xaxis") ? 0.5 : 1.9 + (HasTitle(figure, "xaxis") ? 1.7 : 0);

    private static double LeftOf(Figure figure) => !Visible(figure, "yaxis") ? 1.2 : 1 + Longest(figure) + (HasTitle(figure, "yaxis") ? 1.7 : 0);

    private static double RightOf(Figure figure) => !HasScale(figure) ? 1 : 5 + (figure.Traces.Any(t => (t.Json["colorbar"] as JsonObject)?["title"] is not null) ? 1.6 : 0);

    private static bool Visible(Figure figure, string axis) => (bool?)figure.Layout[axis]?["visible"] != false;

    private static bool HasTitle(Figure figure, string axis) => figure.Layout[axis]?["title"] is not null;

    private static bool HasScale(Figure figure) => figure.Traces.Any(t => (string?)t.Json["type"] == "heatmap" && (bool?)t.Json["showscale"] != false);

    /// <summary>Width of the labels beside the axes, estimated.</summary>
    private static double Longest(Figure figure) => figure.Layout["yaxis"]?["ticktext"] is JsonArray texts
        ? 0.55 * texts.Select(t => ((string?)t ?? "").Length).DefaultIfEmpty(0).Max()
        : 2.2;

    /// <summary>Equal shares of [0, 1] between the gaps; the outermost labels stand in the margins, which grow by themselves, unless a factor of 1 asks for room here.</summary>
    private static (double From, double To)[] Share(int count, Func<int, double> before, Func<int, double> after, double pixels, double outerStart, double outerEnd)
    {
        double[] starts = [.. Enumerable.Range(0, count).Select(i => before(i) / pixels * (i == 0 ? outerStart : 1))];
        double[] ends = [.. Enumerable.Range(0, count).Select(i => after(i) / pixels * (i == count - 1 ? outerEnd : 1))];
        double each = Math.Max(0.02, (1 - starts.Sum() - ends.Sum()) / count), at = 0;
        var shares = new (double From, double To)[count];
        for (int i = 0; i < count; i++)
        {
            at += starts[i];
            shares[i] = (at, at + each);
            at += each + ends[i];
        }
        return shares;
    }

    private void Place(int i, JsonObject layout, List<FigureTrace> traces, HashSet<string> named)
    {
        Figure figure = _figures[i];
        string suffix = i == 0 ? "" : $"{i + 1}";
        (double left, double right) = _across[i % _columns];
        (double top, double bottom) = (1 - _down[i / _columns].From, 1 - _down[i / _columns].To);
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
            traces.Add(Move(trace, suffix, named, HasScale(figure) ? (right, bottom, top) : null));
        foreach (string list in s_lists)
            foreach (JsonNode? item in figure.Layout[list] as JsonArray ?? [])
                Figure.Append(layout, list, Move((JsonObject)item!, suffix));
        foreach ((string key, JsonNode? value) in figure.Layout)
            if (!s_own.Contains(key))
                layout[key] = value?.DeepClone();
        if (figure.Title.Length > 0)
            Figure.Append(layout, "annotations", Title(PlotlyText.Escape(Wrap(figure.Title)), left, top));
    }

    private static FigureTrace Move(FigureTrace trace, string suffix, HashSet<string> named, (double Right, double Bottom, double Top)? scale) => trace.Change(json =>
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
        if ((string?)json["type"] == "heatmap" && scale is { } place)
            PlotlyJson.Merge(PlotlyJson.Child(json, "colorbar"), new JsonObject
            {
                ["x"] = PlotlyValues.Number(place.Right),
                ["xanchor"] = "left",
                ["y"] = PlotlyValues.Number((place.Top + place.Bottom) / 2),
                ["len"] = PlotlyValues.Number(place.Top - place.Bottom),
            });
    });

    /// <summary>A panel's title in lines as wide as the panel.</summary>
    private string Wrap(string title) => PlotlyText.Wrap(title, Math.Max(8, (int)(_panel / (_font * 1.05 * 0.5))));

    private JsonObject Title(string text, double left, double top) => new()
    {
        ["text"] = text,
        ["align"] = "left",
        ["showarrow"] = false,
        ["xref"] = "paper",
        ["yref"] = "paper",
        ["x"] = PlotlyValues.Number(left),
        ["xanchor"] = "left",
        ["y"] = PlotlyValues.Number(top),
        ["yanchor"] = "bottom",
        ["yshift"] = 3,
        ["font"] = new JsonObject { ["size"] = PlotlyValues.Round(_font * 1.05) },
    };

    private static JsonObject Move(JsonObject item, string suffix)
    {
        JsonObject moved = PlotlyJson.Clone(item);
        foreach (string reference in new[] { "xref", "yref" })
            if ((string?)moved[reference] is { Length: > 0 } at && at[0] == reference[0])
                moved[reference] = reference[0] + suffix + at[1..];
        return moved;
    }
}
