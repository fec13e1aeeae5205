using Workbench.Inference;
using static Workbench.Experiments.Tables.TableColumns;

namespace Workbench.Experiments.Tables;

/// <summary>Tables 12 and 13, and what the temporal threshold decides: one trained model, asked in several ways.</summary>
internal static class EvaluationTables
{
    private const string Iclr = "whatwhenwhere-iclr";

    /// <summary>Tables 4 and 2 again with other temporal thresholds than the printed one.</summary>
    public static PaperTable Table4Threshold(MethodCatalogue methods)
    {
        (string Head, string Metric)[] metrics = [("temporal, IoU", RunMetrics.TemporalIou), ("spatio-temporal, mAP@0.4", RunMetrics.VideoMap(0.4))];
        (string Head, string Metric, double Threshold)[] columns = [.. metrics.SelectMany(m => TemporalThresholds.Select(t => ($"{m.Head}, threshold {t}", m.Metric, t)))];
        return new PaperTable("4-threshold", "whatwhenwhere-cvpr", null, "The cosine below which a second is background", [.. columns.Select(c => c.Head)],
        [
            Line("CLIP alone, nothing trained", methods.Alone()),
            Line("Ours (CLIP)", methods.Ours()),
            Line("Ours (CLIP), sound in training and testing", methods.WithAudio(inTesting: true)),
            Line("S3D alone (MIL-NCE)", methods.Alone(MethodBackbone.S3d)),
            Line("CoMMA (S3D)", methods.Comma(MethodBackbone.S3d)),
            Line("Ours (S3D)", methods.Ours(MethodBackbone.S3d)),
        ],
        ["The appendix prints 0.5, for cosines of the projected global features. What cosines a model has depends on its backbone and on how it was trained, so that one threshold means another thing in each line. A best threshold read off here would be chosen on the test videos: the tables keep the printed one."]);

        TableLine Line(string label, MethodRun? run) => new(label, [.. columns.Select(c => new TableEntry(run is null ? null : At(run, c.Threshold), run is null ? null : c.Metric))], run is null ? TableLabels.NoAudio : null);
    }

    /// <summary>The temporal thresholds of <see cref="Table4Threshold"/>; the last is the printed one.</summary>
    public static IReadOnlyList<double> TemporalThresholds { get; } = [0.1, 0.2, 0.3, 0.4, 0.5];

    public static PaperTable Table12(MethodCatalogue methods)
    {
        Column[] columns = Masks(MaskRule.Absolute);
        return new PaperTable("12", Iclr, "12", "Table 12: the threshold that turns heat into a mask, mAP@0.4", Heads(columns),
        [
            Line("CoMMA* (S3D-word2vec)", methods.Comma(MethodBackbone.S3d), columns),
            Line("Ours (S3D-word2vec)", methods.Ours(MethodBackbone.S3d), columns),
            Line("CoMMA† (CLIP)", methods.Comma(), columns),
            Line("Ours (CLIP)", methods.Ours(), columns),
        ],
        ["A window's heat sums to 1 over 784 cells, so that flat heat has 0.0013 everywhere. How far it stands above that depends on the attention's scores: cosines with the recipe's temperature here, dot products in the released code. Table 12-range asks the same of shares of a frame's range."]);
    }

    public static PaperTable Table12Range(MethodCatalogue methods)
    {
        Column[] columns = Masks(MaskRule.OfRange);
        return new PaperTable("12-range", Iclr, null, "The threshold as a share of a frame's range of heat, mAP@0.4", Heads(columns),
        [
            Line("CoMMA (S3D)", methods.Comma(MethodBackbone.S3d), columns, published: false),
            Line("Ours (S3D)", methods.Ours(MethodBackbone.S3d), columns, published: false),
            Line("CoMMA (CLIP)", methods.Comma(), columns, published: false),
            Line("Ours (CLIP)", methods.Ours(), columns, published: false),
        ], []);
    }

    public static PaperTable Table13(MethodCatalogue methods)
    {
        (string Label, string Metric)[] lines =
        [
            ("Widespread actions", RunMetrics.Widespread), ("Saturated actions", RunMetrics.Saturated), ("Total", RunMetrics.VideoMap(0.4)),
        ];
        return new PaperTable("13", Iclr, "13", "Table 13: actions that spread and actions that do not", ["mAP@0.4, ours (CLIP)", "mAP@0.4, no video"],
        [
            .. lines.Select(l => new TableLine(l.Label, [new TableEntry(methods.Ours(), l.Metric, l.Label, "mAP@0.4"), new TableEntry(MethodCatalogue.NoVideo, l.Metric)])),
        ],
        ["A class is widespread where its boxes have more than 60,000 of the frame's 307,200 pixels on average; the paper says \"actions\" and leaves open whether classes or segments are meant."]);
    }

    /// <summary>A method asked with another temporal threshold; with its own it is itself, so that its run is shared.</summary>
    private static MethodRun At(MethodRun run, double threshold) => threshold == run.Grounding.BackgroundThreshold ? run
        : run with { Name = $"{run.Name}-threshold-{threshold}", Grounding = run.Grounding with { BackgroundThreshold = threshold }, Detailed = false };

    private static Column[] Masks(MaskRule rule) => [.. RowRunner.Masks.Where(m => m.Rule == rule).Select(m => new Column($"{m.Threshold:0.###}", $"{m.Threshold:0.###}", RunMetrics.MaskMap(m.Rule, m.Threshold)))];
}
