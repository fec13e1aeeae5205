using Workbench.Models;
using Workbench.Transport;
using static Workbench.Experiments.Tables.TableColumns;

namespace Workbench.Experiments.Tables;

/// <summary>Tables 5, 6, 8, 9, 10, 11 and the slides' ablation: what each part of the method is worth.</summary>
internal static class AblationTables
{
    private const string Cvpr = "whatwhenwhere-cvpr", Iclr = "whatwhenwhere-iclr", Slides = "slides-2024";

    public static PaperTable Table5(MethodCatalogue methods)
    {
        Column[] columns = Ablation();
        Column[] without = Group("w/o Sinkhorn"), with = Group("with Sinkhorn");
        return new PaperTable("5", Cvpr, "5", "Table 5: how training frames are selected", [.. Heads(without), .. Heads(with)],
        [
            Cells("None", methods.NoSelection, null),
            Choice("Global T - Global V", SelectionText.Global, SelectionVideo.Global),
            Choice("Global T - Local V", SelectionText.Global, SelectionVideo.Local),
            Choice("Local T - Global V", SelectionText.Local, SelectionVideo.Global),
            Choice("Local T - Local V", SelectionText.Local, SelectionVideo.Local),
            Choice("Average over last two", SelectionText.Local, SelectionVideo.Both),
            Floor(TableLabels.NoVideo, MethodCatalogue.NoVideo),
            Floor(TableLabels.Backbone, methods.Alone()),
        ],
        [$"T = {methods.Recipe.Selection.Frames} frames of U = {methods.Recipe.CandidateFrames} candidates; None: the {methods.Recipe.Selection.Frames} frames about the middle of the caption."]);

        Column[] Group(string group) =>
        [
            .. columns.Zip(["GroundingYT Spatio-temporal", "MiningYT Temporal", "YC-Inter. Spatial"], (c, printed) => c with { Head = $"{group}: {c.Head}", Printed = $"{group}: {printed}" }),
        ];
        TableLine Choice(string label, SelectionText text, SelectionVideo video) => Cells(label, methods.Select(text, video, sinkhorn: false), methods.Select(text, video, sinkhorn: true));
        TableLine Cells(string label, MethodRun left, MethodRun? right) => new(label, [.. Line(label, left, without).Entries, .. Line(label, right, with).Entries]);
        TableLine Floor(string label, MethodRun run) => new(label, [.. Line(label, run, without, published: false).Entries, .. Line(label, null, with, published: false).Entries]);
    }

    public static PaperTable Table6(MethodCatalogue methods)
    {
        Column[] columns = Ablation("GroundingYT Spatio-temp", spatial: "YC-Inter. Spatial");
        return new PaperTable("6", Cvpr, "6", "Table 6: what each loss is worth", Heads(columns),
        [
            Line("only Local loss", methods.OnlyLocal(), columns),
            Line("only Global loss", methods.OnlyGlobal(), columns),
            Line("w/ Both loss", methods.Ours(), columns),
            .. FloorLines(methods, columns),
        ], []);
    }

    public static PaperTable Table6S3d(MethodCatalogue methods)
    {
        Column[] columns = Ablation();
        return new PaperTable("6-s3d", Cvpr, null, "What each loss is worth on S3D", Heads(columns),
        [
            Line("only Local loss", methods.OnlyLocal(MethodBackbone.S3d), columns, published: false),
            Line("only Global loss", methods.OnlyGlobal(MethodBackbone.S3d), columns, published: false),
            Line("w/ Both loss", methods.Ours(MethodBackbone.S3d), columns, published: false),
            Line(TableLabels.NoVideo, MethodCatalogue.NoVideo, columns, published: false),
            Line(TableLabels.Backbone, methods.Alone(MethodBackbone.S3d), columns, published: false),
        ],
        ["The CVPR text says that the supplement has this ablation on S3D; the appendix at hand does not print it, so nothing is published to compare with."]);
    }

    public static PaperTable Table8(MethodCatalogue methods)
    {
        Column[] columns = Ablation();
        return new PaperTable("8", Iclr, "8", "Table 8: which attention layers", Heads(columns),
        [
            Line("Self+Cross", methods.Layers(AttentionLayers.SelfCross), columns),
            Line("Cross+Self", methods.Layers(AttentionLayers.CrossSelf), columns),
            Line("Cross+Cross", methods.Layers(AttentionLayers.CrossCross), columns),
            Line("Cross+Self+Cross", methods.Ours(), columns),
            .. FloorLines(methods, columns),
        ],
        ["The paper does not say how heat is read from the shorter stacks; the readings are in AttentionLayers."]);
    }

    /// <summary>The printed U are frames at 5 fps with the best at 80; ours are the same multiples of the recipe's U.</summary>
    public static PaperTable Table9(MethodCatalogue methods) => Turned(
        "9", "Table 9: U, the number of candidate frames", methods, [60, 80, 100, 120, 140],
        printed => (int)Math.Round(methods.Recipe.CandidateFrames * printed / 80.0), "U", methods.Candidates);

    /// <summary>The printed T has its best at 16; ours are the same multiples of the recipe's T, but different ones each.</summary>
    public static PaperTable Table10(MethodCatalogue methods)
    {
        int last = 0;
        return Turned("10", "Table 10: T, the number of training frames", methods, [1, 4, 8, 16, 24],
            printed => last = Math.Max(last + 1, (int)Math.Round(methods.Recipe.Selection.Frames * printed / 16.0)), "T", methods.Frames);
    }

    public static PaperTable Table11(MethodCatalogue methods)
    {
        Column[] columns = Ablation("GYT (Spatio-temporal)", spatial: "YC-Inter (Spatial)");
        return new PaperTable("11", Iclr, "11", "Table 11: sound in training and in testing", Heads(columns),
        [
            Setting("VT/VT", methods.Ours()),
            Setting("VAT/VT", methods.WithAudio(inTesting: false)),
            Setting("VAT/VAT", methods.WithAudio(inTesting: true)),
            .. FloorLines(methods, columns),
        ],
        [
            "V video, A audio, T text: in training / in testing. Trained with sound, the global and the local loss have two more pairs each; the weights of all pairs are 1. Where video and text start as the backbone, what is for sound alone is drawn at random and learns 30 times as fast.",
            "The papers do not say how sound is used in testing. Here a second's vector is the sum of its frame's and its sound's, as training's dot products add up, and heat maps stay as they are: the spatial task cannot tell the two last lines apart.",
        ]);

        TableLine Setting(string label, MethodRun? run) => new(
            label, [.. columns.Select(c => new TableEntry(run, run is null ? null : c.Metric, c.Metric == RunMetrics.TemporalIou ? null : c.Printed, label))], run is null ? TableLabels.NoAudio : null);
    }

    public static PaperTable SlidesAblation(MethodCatalogue methods)
    {
        Column[] columns = Ablation();
        return new PaperTable("slides", Slides, "ablation", "The slides' ablation: selection and losses", Heads(columns),
        [
            Line("None", methods.NoSelection, columns),
            Line("Global selection", methods.Select(SelectionText.Global, SelectionVideo.Global, sinkhorn: false), columns),
            Line("Local selection", methods.Select(SelectionText.Local, SelectionVideo.Local, sinkhorn: false), columns),
            Line("Sinkhorn", methods.Ours(), columns),
            Line("only Local loss", methods.OnlyLocal(), columns),
            Line("only Global loss", methods.OnlyGlobal(), columns),
            Line("w/ Both loss", methods.Ours(), columns),
            .. FloorLines(methods, columns),
        ], ["The slides do not say which tokens the global and local selection compare; both sides are taken to be global, or local."]);
    }

    /// <summary>Tables whose columns are settings, printed with a line a setting.</summary>
    private static PaperTable Turned(string number, string title, MethodCatalogue methods, int[] printed, Func<int, int> scale, string letter, Func<int, MethodRun> run)
    {
        Column[] columns = [new("spatio-temporal, mAP@0.4", "GYT (Spatio-temporal)", RunMetrics.VideoMap(0.4)), new("spatial, pointing", "YC-Inter (Spatial)", RunMetrics.Pointing)];
        (int Printed, int Ours)[] settings = [.. printed.Select(p => (p, scale(p)))];
        return new PaperTable(number, Iclr, number, title, Heads(columns),
        [
            .. settings.Select(s => new TableLine(
                $"{letter} = {s.Printed}, here {s.Ours}", [.. columns.Select(c => new TableEntry(run(s.Ours), c.Metric, c.Printed, $"{s.Printed}"))])),
            .. FloorLines(methods, columns),
        ], []);
    }
}
