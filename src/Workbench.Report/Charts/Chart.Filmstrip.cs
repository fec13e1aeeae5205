using System.Globalization;
using System.Text.Json.Nodes;

namespace Workbench.Report.Charts;

public static partial class Chart
{
    /// <summary>The chosen frames among their candidates, in the order given: those chosen are framed, the others faded.</summary>
    /// <param name="frames">All candidates, of one size.</param>
    /// <param name="columns">How many in a row; 0 takes up to 8.</param>
    /// <param name="title">Plain text.</param>
    /// <exception cref="ArgumentException">No frame.</exception>
    public static Figure Filmstrip(IEnumerable<FilmstripFrame> frames, int columns = 0, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(frames);
        FilmstripFrame[] all = [.. frames];
        if (all.Length == 0)
            throw new ArgumentException("A filmstrip needs at least one frame.", nameof(frames));
        if (columns <= 0)
            columns = Math.Min(8, all.Length);
        int rows = (all.Length + columns - 1) / columns;
        double aspect = (double)all[0].Picture.Height / all[0].Picture.Width;
        const double gap = 0.05;
        double caption = 17.0 * columns / 880, pitch = aspect + caption + (gap / 2);
        JsonArray images = [], shapes = [], captions = [], x = [], y = [];
        for (int i = 0; i < all.Length; i++)
        {
            double left = i % columns, top = (i / columns) * pitch;
            images.Add(new JsonObject
            {
                ["source"] = all[i].Picture.DataUri,
                ["xref"] = "x",
                ["yref"] = "y",
                ["x"] = PlotlyValues.Number(left),
                ["y"] = PlotlyValues.Number(top),
                ["sizex"] = 1 - gap,
                ["sizey"] = PlotlyValues.Number(aspect * (1 - gap)),
                ["sizing"] = "stretch",
                ["opacity"] = all[i].Chosen ? 1 : 0.35,
                ["layer"] = "below",
            });
            if (all[i].Chosen)
                shapes.Add(new JsonObject
                {
                    ["type"] = "rect",
                    ["xref"] = "x",
                    ["yref"] = "y",
                    ["x0"] = PlotlyValues.Number(left),
                    ["x1"] = PlotlyValues.Number(left + 1 - gap),
                    ["y0"] = PlotlyValues.Number(top),
                    ["y1"] = PlotlyValues.Number(top + (aspect * (1 - gap))),
                    ["line"] = new JsonObject { ["color"] = "#e69f00", ["width"] = 4 },
                });
            x.Add(PlotlyValues.Number(left + ((1 - gap) / 2)));
            y.Add(PlotlyValues.Number(top + (aspect * (1 - gap)) + (caption * 0.55)));
            captions.Add(Caption(all[i]));
        }
        var text = new JsonObject { ["type"] = "scatter", ["mode"] = "text", ["x"] = x, ["y"] = y, ["text"] = captions, ["showlegend"] = false, ["hoverinfo"] = "skip", ["cliponaxis"] = false };
        var layout = new JsonObject
        {
            ["xaxis"] = new JsonObject { ["visible"] = false, ["range"] = new JsonArray(-0.01, columns - gap + 0.01) },
            ["yaxis"] = new JsonObject { ["visible"] = false, ["range"] = new JsonArray(PlotlyValues.Number((rows * pitch) - (gap / 4)), -0.015) },
            ["images"] = images,
            ["shapes"] = shapes,
            ["margin"] = new JsonObject { ["l"] = 8, ["r"] = 8, ["t"] = 8, ["b"] = 4 },
        };
        double width = Math.Min(900, 20 + (columns * 200));
        var figure = new Figure([new FigureTrace(text, new object(), [])], layout) { Width = width, Height = Math.Round(((width - 16) * ((rows * pitch) + 0.015) / columns) + 12 + (title is null ? 0 : 34)), FontSize = 12 };
        return title is null ? figure : figure.WithTitle(title);
    }

    private static string Caption(FilmstripFrame frame) => frame.Score is { } score
        ? string.Create(CultureInfo.InvariantCulture, $"{frame.Seconds:0.#} s · {score:0.00}")
        : string.Create(CultureInfo.InvariantCulture, $"{frame.Seconds:0.#} s");
}
