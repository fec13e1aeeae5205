using System.Text.Json.Nodes;
using Workbench.Cli.Benchmarks;
using Workbench.Report.Charts;

namespace Workbench.Cli.Tests.Benchmarks;

public class GrowthTests
{
    private static Growth Made() => new(
        [.. Growth.Sizes.Select(s => new GrowthPoint(s.Batch, s.Regions, s.Words, s.Batch * s.Batch * s.Regions, s.Batch, s.Batch < 32 ? 10.0 * s.Batch * s.Batch * s.Regions : null, 100, s.Batch < 32 ? null : "does not fit"))],
        new("processor", 2, 8, "system", "X64", ".NET", "1.13"), 2, "PyTorch", null);

    [Fact]
    public void One_of_the_three_is_varied_at_a_time_and_no_size_is_measured_twice()
    {
        LocalLossSize[] sizes = [.. Growth.Sizes];
        Assert.Equal(10, sizes.Length);
        Assert.Equal(sizes.Length, sizes.Distinct().Count());
        Growth growth = Made();
        Assert.Equal([4, 8, 16, 32, 64], growth.Along('B').Select(p => p.At));
        Assert.Equal([98, 196, 392, 784], growth.Along('R').Select(p => p.At));
        Assert.Equal([10, 20, 40], growth.Along('K').Select(p => p.At));
        Assert.Throws<ArgumentException>(() => growth.Along('d'));
    }

    [Fact]
    public void The_page_says_the_exponents_and_why_a_peer_is_missing()
    {
        string page = Made().Section();
        Assert.Contains("B^2.0, R^1.0 and K^0.0", page, StringComparison.Ordinal);
        Assert.Contains("| 64 | 392 | 20 | 1605632 | does not fit |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_figure_has_six_panels_on_logarithmic_axes_and_leaves_out_what_did_not_finish()
    {
        JsonObject figure = GrowthFigure.Of(Made()).ToJson();
        JsonArray traces = figure["data"]!.AsArray();
        Assert.Equal(12, traces.Count);
        Assert.Equal(5, traces[0]!["x"]!.AsArray().Count);
        Assert.Equal(3, traces[1]!["x"]!.AsArray().Count);
        JsonObject layout = figure["layout"]!.AsObject();
        Assert.All(["xaxis", "yaxis", "xaxis6", "yaxis6"], axis => Assert.Equal("log", (string?)layout[axis]!["type"]));
    }

    [Fact]
    public void The_work_of_a_step_counted_by_hand()
    {
        // One pair, R = K = D = 1, J = 2: wide 4, words 2·1·1·4·1 + 4 = 12, attention 4, coordinates 2 + 4 + 8 + 4 = 18; 3·(4 + 12 + 18) + 3.5·4.
        Assert.Equal(116e-9, LocalLossProfile.Gigaflop(new LocalLossSize(1, 1, 1, 1)), 15);
    }
}
