using System.Globalization;
using System.Text.Json.Nodes;
using Workbench.Data;
using Workbench.Inference;
using Workbench.Metrics;
using Workbench.Report.Images;

namespace Workbench.Report.Charts;

public static partial class Chart
{
    /// <summary>Cells across of the enlarged heat map that is drawn.</summary>
    private const int HeatCells = 80;

    private const string PredictedColor = "#56b4e9", TruthColor = "#f0e442", Light = "#ffffff", DarkLine = "#111111";

    /// <summary>Where a sentence happens: heat over a frame, with boxes, points and the arg-max.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="heat">Enlarged to the frame as the metrics do; its own range is spread over the colours.</param>
    /// <param name="overlay">What is drawn besides.</param>
    /// <param name="title">Plain text.</param>
    public static Figure HeatmapOverlay(Picture frame, HeatMap heat, HeatOverlay? overlay = null, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(heat);
        overlay ??= new HeatOverlay();
        List<JsonObject> traces = [Heat(frame, heat, overlay)];
        if (overlay.Truth is { } truth)
            traces.AddRange(Outline(truth, "annotated box", TruthColor, "dash"));
        if (overlay.Box is { } box)
            traces.AddRange(Outline(box, "predicted box", PredictedColor, "solid"));
        if (overlay.Points.Count > 0)
            traces.Add(Marks(overlay.Points, "annotators", "circle", 9, TruthColor));
        if (overlay.ShowArgMax)
            traces.Add(Marks([HeatPeak.Find(heat, frame.Width, frame.Height)], "arg-max", "x", 12, Light));
        return OnFrame(frame, [.. traces.Select(trace => new FigureTrace(trace, new object(), []))], title, overlay.ShowScale);
    }

    /// <inheritdoc cref="HeatmapOverlay(Picture, HeatMap, HeatOverlay, string)"/>
    public static Figure HeatmapOverlay(Frame frame, HeatMap heat, HeatOverlay? overlay = null, string? title = null) => HeatmapOverlay(Picture.Of(frame), heat, overlay, title);

    /// <summary>One second of an answer: the heat of the sentence found there with its box (half of the heat's range) and arg-max; the frame alone where none was.</summary>
    /// <param name="frame">A frame of that second.</param>
    /// <param name="answer">What the model says about the video.</param>
    /// <param name="second">Which second.</param>
    /// <param name="overlay">What is drawn besides; a box given here takes the place of the heat's.</param>
    public static Figure HeatmapOverlay(Frame frame, GroundedVideo answer, int second, HeatOverlay? overlay = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(answer);
        if ((uint)second >= (uint)answer.Seconds)
            throw new ArgumentOutOfRangeException(nameof(second), second, $"The video has the seconds 0 to {answer.Seconds - 1}.");
        overlay ??= new HeatOverlay();
        if (answer.Heat[second] is not { } heat)
            return OnFrame(Picture.Of(frame), [], string.Create(CultureInfo.InvariantCulture, $"{second} s: none of the sentences"), false);
        int label = answer.Labels[second];
        return HeatmapOverlay(frame, heat, overlay with { Box = overlay.Box ?? GroundingPainter.BoxOf(heat, frame.Width, frame.Height) },
            string.Create(CultureInfo.InvariantCulture, $"{second} s: {answer.Sentences[label]} ({answer.Score_FP[second, label]:0.00})"));
    }

    /// <summary>A frame alone.</summary>
    public static Figure Image(Picture frame, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return OnFrame(frame, [], title, false);
    }

    /// <summary>The frame as a trace: pictures of the layout can end up beside the traces when plotly.js makes room for a legend.</summary>
    private static JsonObject Ground(Picture frame)
    {
        (int width, int height) = PngImage.Size(frame.Png);
        double dx = (double)frame.Width / width, dy = (double)frame.Height / height;
        return new JsonObject
        {
            ["type"] = "image",
            ["source"] = frame.DataUri,
            ["x0"] = PlotlyValues.Number(dx / 2),
            ["dx"] = PlotlyValues.Number(dx),
            ["y0"] = PlotlyValues.Number(dy / 2),
            ["dy"] = PlotlyValues.Number(dy),
            ["zsmooth"] = "fast",
            ["hoverinfo"] = "skip",
        };
    }

    private static JsonObject Heat(Picture frame, HeatMap heat, HeatOverlay overlay)
    {
        HeatPeak.Check(heat);
        int across = Math.Min(HeatCells, frame.Width), down = Math.Max(1, (int)Math.Round((double)across * frame.Height / frame.Width));
        UpsampleAxis x = UpsampleAxis.Of(heat.Width, across), y = UpsampleAxis.Of(heat.Height, down);
        var values = new double[down, across];
        for (int v = 0; v < down; v++)
            for (int u = 0; u < across; u++)
                values[v, u] = HeatPeak.Value(heat, x, y, u, v);
        double width = (double)frame.Width / across, height = (double)frame.Height / down, least = heat.Level(0), most = heat.Level(1);
        return new JsonObject
        {
            ["type"] = "heatmap",
            ["name"] = "heat",
            ["z"] = PlotlyValues.Matrix(values),
            ["x0"] = PlotlyValues.Number(width / 2),
            ["dx"] = PlotlyValues.Number(width),
            ["y0"] = PlotlyValues.Number(height / 2),
            ["dy"] = PlotlyValues.Number(height),
            ["zmin"] = PlotlyValues.Number(least),
            ["zmax"] = PlotlyValues.Number(most > least ? most : least + 1),
            ["zsmooth"] = "best",
            ["colorscale"] = overlay.Colors.ToTransparentJson(overlay.Opacity),
            ["showscale"] = overlay.ShowScale,
            ["hovertemplate"] = "%{x:.0f}, %{y:.0f}: %{z:.3g}<extra></extra>",
        };
    }

    /// <summary>A box as a coloured line on a dark one, to be seen on any frame.</summary>
    private static IEnumerable<JsonObject> Outline(Box box, string name, string color, string dash)
    {
        foreach ((bool under, string line, double width) in new[] { (true, DarkLine, 4.5), (false, color, 2.2) })
            yield return new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "lines",
                ["x"] = PlotlyValues.Array([box.Left, box.Right, box.Right, box.Left, box.Left]),
                ["y"] = PlotlyValues.Array([box.Top, box.Top, box.Bottom, box.Bottom, box.Top]),
                ["name"] = name,
                ["legendgroup"] = name,
                ["showlegend"] = !under,
                ["hoverinfo"] = under ? "skip" : "name",
                ["opacity"] = under ? 0.55 : 1,
                ["line"] = new JsonObject { ["color"] = line, ["width"] = width, ["dash"] = under ? "solid" : dash },
            };
    }

    private static JsonObject Marks(IEnumerable<Point> points, string name, string symbol, double size, string color)
    {
        Point[] all = [.. points];
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["x"] = PlotlyValues.Array(all.Select(p => p.X)),
            ["y"] = PlotlyValues.Array(all.Select(p => p.Y)),
            ["name"] = name,
            ["showlegend"] = true,
            ["hovertemplate"] = "%{x:.0f}, %{y:.0f}",
            ["marker"] = new JsonObject { ["symbol"] = symbol, ["size"] = size, ["color"] = color, ["line"] = new JsonObject { ["color"] = DarkLine, ["width"] = 1.5 } },
        };
    }

    private static Figure OnFrame(Picture frame, IReadOnlyList<FigureTrace> traces, string? title, bool scale)
    {
        const double width = 440;
        int entries = traces.Count(t => (bool?)t.Json["showlegend"] == true), legend = entries == 0 ? 0 : entries > 3 ? 54 : 34;
        JsonObject Axis(double from, double to) => new()
        {
            ["visible"] = false,
            ["range"] = new JsonArray(from, to),
            ["constrain"] = "domain",
        };
        JsonObject x = Axis(0, frame.Width), y = Axis(frame.Height, 0);
        (y["scaleanchor"], y["scaleratio"]) = ("x", 1);
        var layout = new JsonObject
        {
            ["xaxis"] = x,
            ["yaxis"] = y,
            ["margin"] = new JsonObject { ["l"] = 4, ["r"] = scale ? 60 : 4, ["t"] = 4, ["b"] = 4 + legend },
        };
        var figure = new Figure([new FigureTrace(Ground(frame), new object(), []), .. traces], layout) { Width = width, Height = Math.Round((width * frame.Height / frame.Width) + 8 + legend + (title is null ? 0 : 31)) };
        if (legend > 0)
            figure = figure.WithLegend(place: LegendPlace.Bottom);
        return title is null ? figure : figure.WithTitle(title);
    }
}
