using System.Text.Json.Nodes;
using Workbench.Data;
using Workbench.Inference;
using Workbench.Metrics;
using Workbench.Report.Charts;
using Workbench.Report.Images;

namespace Workbench.Tests.Report.Charts;

public class GroundingChartTests
{
    private static readonly Frame s_frame = new(0, 2, 140, 70, new byte[140 * 70 * 3]);

    private static HeatMap Heat()
    {
        var heat = new float[49];
        (heat[(2 * 7) + 5], heat[(2 * 7) + 4]) = (1, 0.7f);
        return new HeatMap(7, 7, heat);
    }

    private static JsonNode Trace(Figure figure, string name) => figure.ToJson()["data"]!.AsArray().Last(t => (string?)t!["name"] == name)!;

    private static double[] Numbers(JsonNode? array) => [.. JsonNode.Parse(array!.ToJsonString())!.AsArray().Select(v => (double)v!)];

    [Fact]
    public void The_overlay_marks_the_peak_where_the_metric_finds_it_and_the_heat_is_hottest_there()
    {
        Figure figure = Chart.HeatmapOverlay(s_frame, Heat());
        Point peak = HeatPeak.Find(Heat(), 140, 70);
        JsonNode mark = Trace(figure, "arg-max"), heat = Trace(figure, "heat");
        Assert.Equal([peak.X, peak.Y], [(double)mark["x"]![0]!, (double)mark["y"]![0]!]);
        var cells = heat["z"]!.AsArray().SelectMany((row, y) => row!.AsArray().Select((v, x) => (Value: (double)v!, x, y))).ToArray();
        (double _, int column, int line) = cells.MaxBy(c => c.Value);
        Assert.InRange((double)heat["x0"]! + (column * (double)heat["dx"]!) - peak.X, -2, 2);
        Assert.InRange((double)heat["y0"]! + (line * (double)heat["dy"]!) - peak.Y, -2, 2);
        Assert.Equal((0.0, 1.0), ((double)heat["zmin"]!, (double)heat["zmax"]!));
    }

    [Fact]
    public void The_overlay_carries_the_frame_and_draws_boxes_and_points_in_its_pixels()
    {
        var overlay = new HeatOverlay { Box = new Box(10, 20, 50, 60), Truth = new Box(15, 25, 55, 65), Points = [new(30, 40), new(32, 41)] };
        Figure figure = Chart.HeatmapOverlay(s_frame, Heat(), overlay, "a <b>");
        JsonNode picture = figure.ToJson()["data"]![0]!;
        Assert.Equal("image", (string?)picture["type"]);
        Assert.StartsWith("data:image/png;base64,", (string?)picture["source"], StringComparison.Ordinal);
        Assert.Equal([10, 50, 50, 10, 10], Numbers(Trace(figure, "predicted box")["x"]));
        Assert.Equal([25, 25, 65, 65, 25], Numbers(Trace(figure, "annotated box")["y"]));
        Assert.Equal([30, 32], Numbers(Trace(figure, "annotators")["x"]));
        JsonNode layout = figure.ToJson()["layout"]!;
        Assert.Equal([70.0, 0], Numbers(layout["yaxis"]!["range"]));
        Assert.Equal("x", (string?)layout["yaxis"]!["scaleanchor"]);
        Assert.Equal("a &lt;b&gt;", (string?)layout["title"]!["text"]);
    }

    [Fact]
    public void A_large_frame_is_scaled_down_and_keeps_the_coordinates_of_its_own_size()
    {
        var large = new Frame(0, 0, 1280, 720, new byte[1280 * 720 * 3]);
        JsonNode picture = Chart.HeatmapOverlay(large, Heat()).ToJson()["data"]![0]!;
        Assert.Equal((3.2, 1.6), ((double)picture["dx"]!, (double)picture["x0"]!));
        Assert.Equal((400, 225), PngImage.Size(Picture.Of(large).Png));
    }

    [Fact]
    public void An_answer_is_drawn_second_by_second()
    {
        var answer = new GroundedVideo(["crack egg"], new[,] { { 0.1 }, { 0.83 } }, [TemporalDetection.Background, 0], [null, Heat()]);
        Figure there = Chart.HeatmapOverlay(s_frame, answer, 1), nothing = Chart.HeatmapOverlay(s_frame, answer, 0);
        Assert.Equal("1 s: crack egg (0.83)", there.Title);
        Assert.Equal([80.0, 120, 120, 80, 80], Numbers(Trace(there, "predicted box")["x"]));
        Assert.Equal("0 s: none of the sentences", nothing.Title);
        Assert.Throws<ArgumentOutOfRangeException>(() => Chart.HeatmapOverlay(s_frame, answer, 2));
    }

    [Fact]
    public void Heat_that_is_the_same_everywhere_can_be_drawn_and_heat_that_is_no_number_cannot()
    {
        JsonNode heat = Trace(Chart.HeatmapOverlay(s_frame, new HeatMap(1, 1, [0.5f])), "heat");
        Assert.True((double)heat["zmax"]! > (double)heat["zmin"]!);
        Assert.Throws<ArgumentException>(() => Chart.HeatmapOverlay(s_frame, new HeatMap(1, 1, [float.NaN])));
    }

    [Fact]
    public void A_timeline_has_a_row_a_label_and_its_spans_start_where_they_start()
    {
        Figure figure = Chart.Timeline([new("b", 3, 5), new("a", 6, 7)], [new("a", 1, 2)], seconds: 9);
        JsonNode found = Trace(figure, "predicted");
        Assert.Equal(["a", "b"], figure.ToJson()["layout"]!["yaxis"]!["ticktext"]!.AsArray().Select(t => (string)t!));
        Assert.Equal([1, 0], Numbers(found["y"]));
        Assert.Equal([3, 6], Numbers(found["base"]));
        Assert.Equal([2, 1], Numbers(found["x"]));
        Assert.Equal([1], Numbers(Trace(figure, "annotated")["base"]));
        Assert.Equal([0, 9], Numbers(figure.ToJson()["layout"]!["xaxis"]!["range"]));
        Assert.Contains("'c'", Assert.Throws<ArgumentException>(() => Chart.Timeline([new("c", 0, 1)], labels: ["a"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_s_timeline_has_its_sentences_first_and_annotated_labels_after_them()
    {
        var answer = new GroundedVideo(["x", "y"], new double[4, 2], [0, 0, TemporalDetection.Background, 1], [null, null, null, null]);
        Figure figure = Chart.Timeline(answer, [new ActionSegment(0, "z", new Segment(1, 6))]);
        Assert.Equal(["x", "y", "z"], figure.ToJson()["layout"]!["yaxis"]!["ticktext"]!.AsArray().Select(t => (string)t!));
        Assert.Equal([2, 1], Numbers(Trace(figure, "predicted")["x"]));
        Assert.Equal(6, (double)figure.ToJson()["layout"]!["xaxis"]!["range"]![1]!);
    }

    [Fact]
    public void A_similarity_s_scale_is_equal_on_both_sides_and_a_plan_s_starts_at_zero()
    {
        JsonNode similarity = Chart.SimilarityMatrix(new[,] { { -0.2, 0.5 } }).ToJson()["data"]![0]!, plan = Chart.TransportPlan(new[,] { { 0.1, 0.4 } }).ToJson()["data"]![0]!;
        Assert.Equal((-0.5, 0.5), ((double)similarity["zmin"]!, (double)similarity["zmax"]!));
        Assert.Equal((0.0, 0.4), ((double)plan["zmin"]!, (double)plan["zmax"]!));
        Assert.Equal(ColorScale.RedBlue.Colors[0], (string?)similarity["colorscale"]![0]![1]);
        Assert.Equal(2, Chart.TransportPlan(new double[3, 2], chosen: [0, 2]).ToJson()["data"]![1]!["y"]!.AsArray().Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => Chart.TransportPlan(new double[3, 2], chosen: [3]));
    }

    [Fact]
    public void A_confusion_matrix_shows_counts_and_colours_shares_of_the_row()
    {
        JsonArray data = Chart.ConfusionMatrix(new[,] { { 3, 1 }, { 0, 0 } }, ["a", "b"]).ToJson()["data"]!.AsArray();
        Assert.Equal("[[0.75,0.25],[null,null]]", data[^1]!["z"]!.ToJsonString());
        Assert.Equal("[[\"3\",\"1\"],[\"0\",\"0\"]]", data[^1]!["text"]!.ToJsonString());
        Assert.Equal("[[null,null],[0,0]]", data[0]!["z"]!.ToJsonString()); // The row that never occurred is grey.
        Assert.Throws<ArgumentException>(() => Chart.ConfusionMatrix(new int[2, 3], ["a", "b"]));
    }

    [Fact]
    public void A_filmstrip_frames_what_was_chosen_and_fades_the_rest()
    {
        Picture picture = Picture.Of(s_frame);
        Figure figure = Chart.Filmstrip(Enumerable.Range(0, 10).Select(i => new FilmstripFrame(picture, i, i is 2 or 7, i / 10.0)), columns: 4);
        JsonNode layout = figure.ToJson()["layout"]!;
        Assert.Equal(2, layout["shapes"]!.AsArray().Count);
        Assert.Equal([2, 7], layout["images"]!.AsArray().Select((image, i) => ((double)image!["opacity"]!, i)).Where(p => p.Item1 == 1).Select(p => p.i));
        Assert.Equal("7 s · 0.70", (string?)figure.ToJson()["data"]![0]!["text"]![7]);
        Assert.Throws<ArgumentException>(() => Chart.Filmstrip([]));
    }
}
