using System.Globalization;
using Workbench.Report.Charts;

namespace Workbench.Cli.Benchmarks;

/// <summary>Time and memory of the local loss over B, R and K on logarithmic axes, ours and the peer.</summary>
internal static class GrowthFigure
{
    /// <summary>The files' name in results/figures, without the ending.</summary>
    public const string Name = "local-loss-growth";

    private static readonly (char Letter, string Title)[] s_panels = [('B', "clips B"), ('R', "regions R"), ('K', "words K")];

    public static Figure Of(Growth growth) => Chart.Grid(
        [
            .. s_panels.Select(p => Panel(growth, p.Letter, p.Title, "seconds", point => point.OursMilliseconds / 1e3, point => point.PeerMilliseconds / 1e3)),
            .. s_panels.Select(p => Panel(growth, p.Letter, p.Title, "MiB", point => point.OursMemoryMiB, point => point.PeerMemoryMiB)),
        ], columns: 3).WithSize(960, 560).WithLegend(true, LegendPlace.Bottom);

    /// <summary>Writes the SVG and the PNG.</summary>
    public static void Save(Growth growth, string folder, CancellationToken cancellation)
    {
        Figure figure = Of(growth);
        foreach (string ending in new[] { ".svg", ".png" })
            figure.Save(Path.Combine(folder, Name + ending), cancellation: cancellation);
    }

    private static Figure Panel(Growth growth, char letter, string along, string up, Func<GrowthPoint, double?> ours, Func<GrowthPoint, double?> peer)
    {
        IReadOnlyList<(int At, GrowthPoint Point)> points = growth.Along(letter);
        (int At, double Value)[] mine = [.. Known(points, ours)], theirs = [.. Known(points, peer)];
        return Chart.Combine(
                Chart.Line(mine.Select(p => p.At), mine.Select(p => p.Value), "workbench", showMarkers: true),
                Chart.Line(theirs.Select(p => p.At), theirs.Select(p => p.Value), "PyTorch, batched", showMarkers: true))
            .WithXAxisStyle(along, axisType: AxisType.Log, tickValues: [.. points.Select(p => (double)p.At)], tickText: [.. points.Select(p => p.At.ToString(CultureInfo.InvariantCulture))])
            .WithYAxisStyle(up, axisType: AxisType.Log);
    }

    private static IEnumerable<(int At, double Value)> Known(IEnumerable<(int At, GrowthPoint Point)> points, Func<GrowthPoint, double?> value) =>
        points.Where(p => value(p.Point) is > 0).Select(p => (p.At, value(p.Point)!.Value));
}
