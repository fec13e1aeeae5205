using System.Text.Json.Nodes;
using Workbench.Report.Charts;

namespace Workbench.Tests.Report.Charts;

public class FigureTests
{
    private static Figure Two() => Chart.Combine(Chart.Line([1, 2], [3, 4], "a"), Chart.Line([1, 2], [5, 6], "b"));

    [Fact]
    public void A_change_gives_a_new_figure_and_leaves_the_old_one()
    {
        Figure first = Two();
        string before = first.ToJson().ToJsonString();
        Figure second = first.WithTitle("t").WithSize(100, 50).WithXAxisStyle("x").WithTrace(0, t => t["opacity"] = 0.5).WithLayout(l => l["width"] = 3).WithYErrorStyle([1, 2]).WithTheme(Theme.Dark);
        Assert.Equal(before, first.ToJson().ToJsonString());
        Assert.NotEqual(before, second.ToJson().ToJsonString());
    }

    [Fact]
    public void JSON_given_out_is_a_copy()
    {
        Figure figure = Two().WithTitle("kept");
        JsonObject json = figure.ToJson();
        json["layout"]!["title"]!["text"] = "changed";
        json["data"]!.AsArray().Clear();
        Assert.Equal("kept", figure.Title);
        Assert.Equal(2, figure.ToJson()["data"]!.AsArray().Count);
    }

    [Fact]
    public void A_size_is_written_in_CSS_pixels()
    {
        JsonNode layout = Two().WithSize(321.5, 200).ToJson()["layout"]!;
        Assert.Equal((321.5, 200.0), ((double)layout["width"]!, (double)layout["height"]!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Two().WithSize(0, 10));
    }

    [Fact]
    public void A_page_width_sets_width_and_font_and_keeps_the_shape()
    {
        Figure figure = Two().WithSize(640, 400).WithSize(PageWidth.Parse("single", 9));
        Assert.Equal(312, figure.Width, 3);
        Assert.Equal(195, figure.Height, 3);
        Assert.Equal(12, (double)figure.ToJson()["layout"]!["template"]!["layout"]!["font"]!["size"]!, 3);
        Assert.Equal(96, PageWidth.Parse("25.4").Pixels, 9);
        Assert.Contains("'wide'", Assert.Throws<ArgumentException>(() => PageWidth.Parse("wide")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_title_is_broken_into_lines_that_have_their_room()
    {
        string text = string.Join(' ', Enumerable.Repeat("grounding", 20));
        JsonNode layout = Two().WithTitle(text).WithSize(300, 200).ToJson()["layout"]!;
        string[] lines = ((string)layout["title"]!["text"]!).Split("<br>");
        Assert.True(lines.Length > 2);
        Assert.All(lines, line => Assert.InRange(line.Length, 9, 38));
        Assert.Equal(text, string.Join(' ', lines));
        Assert.True((double)layout["margin"]!["t"]! > lines.Length * 13 * 1.2);
    }

    [Fact]
    public void A_figure_read_from_its_JSON_writes_the_same_JSON()
    {
        Figure figure = Chart.Grid([Two().WithTitle("left"), Chart.Heatmap(new[,] { { 1, double.NaN } })]).WithTitle("both").WithTheme(Theme.Dark).WithFontSize(11).WithSize(500, 300);
        string json = figure.ToJson().ToJsonString();
        Figure read = Figure.FromJson((JsonObject)JsonNode.Parse(json)!);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), read.ToJson()));
        Assert.Throws<ArgumentException>(() => Figure.FromJson([]));
    }

    [Fact]
    public void Colours_set_by_hand_stay_and_the_others_follow_the_theme()
    {
        Figure figure = Two().WithTrace(1, t => PlotlyJson.Set(t, "line.color", "#123456")).WithTheme(Theme.Dark);
        JsonArray data = figure.ToJson()["data"]!.AsArray();
        Assert.Equal(Theme.Dark.Colorway[0], (string?)data[0]!["line"]!["color"]);
        Assert.Equal("#123456", (string?)data[1]!["line"]!["color"]);
    }

    [Fact]
    public void A_band_has_the_colour_of_its_line()
    {
        Figure figure = Chart.Combine(Chart.Line([1], [1], "first"), Chart.Range([1, 2], [1, 2], [0, 1], [2, 3], "second")).WithTheme(Theme.Light);
        JsonArray data = figure.ToJson()["data"]!.AsArray();
        Assert.Equal(Theme.Light.Colorway[1], (string?)data[2]!["line"]!["color"]);
        Assert.Equal(ColorText.WithOpacity(Theme.Light.Colorway[1], 0.2), (string?)data[1]!["fillcolor"]);
        Assert.Equal((string?)data[2]!["legendgroup"], (string?)data[1]!["legendgroup"]);
    }

    [Fact]
    public void Panels_of_a_grid_do_not_overlap_and_equal_names_share_one_legend_entry()
    {
        JsonObject json = Chart.Grid(Enumerable.Range(0, 6).Select(i => Two().WithTitle($"panel {i}").WithYAxisStyle("y")), 3).ToJson();
        var boxes = Enumerable.Range(0, 6).Select(i => (X: Domain("x", i), Y: Domain("y", i))).ToArray();
        for (int i = 0; i < 6; i++)
            for (int j = 0; j < i; j++)
                Assert.True(boxes[i].X.From > boxes[j].X.To || boxes[j].X.From > boxes[i].X.To || boxes[i].Y.From > boxes[j].Y.To || boxes[j].Y.From > boxes[i].Y.To, $"panels {j} and {i}");
        Assert.Equal(2, json["data"]!.AsArray().Count(t => t!["showlegend"] is null));
        Assert.Equal(12, json["data"]!.AsArray().Count);

        (double From, double To) Domain(string letter, int i)
        {
            JsonNode domain = json["layout"]![$"{letter}axis{(i == 0 ? "" : $"{i + 1}")}"]!["domain"]!;
            return ((double)domain[0]!, (double)domain[1]!);
        }
    }

    [Fact]
    public void Wrong_use_is_named()
    {
        Assert.Contains("2 and 1", Assert.Throws<ArgumentException>(() => Chart.Line([1, 2], [3])).Message, StringComparison.Ordinal);
        Assert.Contains("3 names", Assert.Throws<ArgumentException>(() => Chart.Heatmap(new double[2, 2], x: ["a", "b", "c"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Chart.Combine([]));
        Assert.Throws<ArgumentException>(() => Chart.Grid([Two(), Two(), Two()], columns: 1, rows: 2));
        Assert.Throws<ArgumentException>(() => Chart.Grid([Chart.Grid([Two(), Two()])]));
        Assert.Throws<ArgumentException>(() => Chart.Line([new object()], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Two().WithYAxisStyle(axisType: AxisType.Log, minMax: (0, 10)));
        Assert.Contains("2 traces", Assert.Throws<ArgumentOutOfRangeException>(() => Two().WithTrace(2, _ => { })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_form_names_title_kinds_and_size() =>
        Assert.Equal("Figure \"t < u\": scatter of a, b (640×400)", Two().WithTitle("t < u").ToString());
}
