using Workbench.Metrics;

namespace Workbench.Experiments.Tables;

/// <summary>Columns that several tables share: head, printed column, metric.</summary>
internal static class TableColumns
{
    internal sealed record Column(string Head, string Printed, string? Metric);

    /// <summary>Of the ablations: spatio-temporal, temporal, spatial.</summary>
    public static Column[] Ablation(string spatioTemporal = "GroundingYT Spatio-temporal", string temporal = "MiningYT Temporal", string spatial = "YouCook-Inter. Spatial") =>
    [
        new("spatio-temporal, mAP@0.4", spatioTemporal, RunMetrics.VideoMap(0.4)), new("temporal, IoU", temporal, RunMetrics.TemporalIou), new("spatial, pointing", spatial, RunMetrics.Pointing),
    ];

    /// <summary>IoU+Point and video mAP at five thresholds.</summary>
    public static Column[] Grounding(string iouPoint, Func<double, string> map, string mean) =>
    [
        new("IoU+Point", "IoU+Point", iouPoint), .. VideoMap.PaperThresholds.Select(t => new Column($"mAP@{t}", $"{t}", map(t))), new("mAP@0.1:0.5", "0.1:0.5", mean),
    ];

    public static string[] Heads(Column[] columns) => [.. columns.Select(c => c.Head)];

    /// <summary>A line whose numbers come from one run.</summary>
    public static TableLine Line(string label, MethodRun? run, Column[] columns, bool published = true, string? notRun = null) =>
        new(label, [.. columns.Select(c => new TableEntry(run, run is null ? null : c.Metric, published ? label : null, c.Printed))], notRun);

    /// <summary>The lines that no paper has: no video seen, and nothing trained.</summary>
    public static TableLine[] FloorLines(MethodCatalogue methods, Column[] columns) =>
    [
        Line(TableLabels.NoVideo, MethodCatalogue.NoVideo, columns, published: false), Line(TableLabels.Backbone, methods.Alone(), columns, published: false),
    ];
}
