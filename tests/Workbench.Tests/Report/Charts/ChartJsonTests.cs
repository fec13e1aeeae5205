using System.Text.Json.Nodes;
using Workbench.Report.Charts;

namespace Workbench.Tests.Report.Charts;

/// <summary>What each chart writes, against committed files. The theme's template is compared once and left out elsewhere.</summary>
public class ChartJsonTests
{
    private static readonly double[] s_x = [1, 2, 4], s_y = [0.123456789, double.NaN, -3];

    public static TheoryData<string> Names => [.. s_figures.Keys];

    private static readonly Dictionary<string, Func<Figure>> s_figures = new()
    {
        ["line"] = () => Chart.Line(s_x, s_y, "a < b", showMarkers: true, text: ["p", "q", "r"]).WithTitle("Loss & gain").WithXAxisStyle("step").WithYAxisStyle("loss", minMax: (-4, 1)),
        ["range"] = () => Chart.Range(s_x, [1, 2, 3], [0.5, double.NaN, 2.5], [1.5, 2.5, 3.5], "mean"),
        ["point"] = () => Chart.Point(["a", "b", "1"], [3, 1, 2], markerSize: 4, opacity: 0.5),
        ["column"] = () => Chart.Column(["1", "2"], [3, double.NaN], "n", errors: [0.5, double.NaN], showValues: true),
        ["bar"] = () => Chart.Bar(["long name", "other"], [3, 4], color: "#112233"),
        ["histogram"] = () => Chart.Histogram([1.0, 2, 2, 3], bins: 3, density: true),
        ["heatmap"] = () => Chart.Heatmap(new[,] { { 1, double.NaN }, { 0.5, -2 } }, ["the", "the"], ["0 s", "1 s"], scaleTitle: "cosine"),
        ["annotated"] = () => Chart.AnnotatedHeatmap(new[,] { { 1, 0.257 } }, colorScale: ColorScale.Greys, min: 0, max: 1),
        ["log"] = () => Chart.Line([16, 32, 64], [0.5, 50, 5000]).WithXAxisStyle(axisType: AxisType.Log, tickValues: [16, 64]).WithYAxisStyle("ms", axisType: AxisType.Log, minMax: (0.1, 10000)).WithHorizontalLine(1000, "1 s"),
        ["combine"] = () => Chart.Combine(Chart.Range([1, 2], [1, 2], [0, 1], [2, 3], "a"), Chart.Line([1, 2], [3, 4], "b", lineDash: "dash")).WithLegend(place: LegendPlace.InsideTopLeft),
        ["grid"] = () => Chart.Grid([Chart.Line([1, 2], [3, 4], "a").WithTitle("left"), Chart.Heatmap(new double[,] { { 1, 2 } }), Chart.Line([1, 2], [5, 6], "a").WithVerticalLine(1.5)], 2),
        ["errors"] = () => Chart.Line([1, 2], [3.0, 4]).WithYErrorStyle([0.1, 0.2], [0.3, 0.4]),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_chart_writes_the_expected_JSON(string name)
    {
        JsonObject json = s_figures[name]().WithTheme(Theme.Light).ToJson();
        ((JsonObject)json["layout"]!).Remove("template");
        json.Remove("config");
        Expected.Same("chart-" + name, json);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void A_theme_is_a_template_inside_the_figure(string name)
    {
        JsonObject json = Chart.Line([1], [1]).WithTheme(name == "dark" ? Theme.Dark : Theme.Light).ToJson();
        Expected.Same("theme-" + name, json["layout"]!["template"]!);
        Assert.Equal((name == "dark" ? Theme.Dark : Theme.Light).Colorway[0], (string?)json["data"]![0]!["line"]!["color"]);
    }
}
