using Workbench.Experiments.Tables;
using Workbench.Metrics;
using Workbench.Models.Comma;

namespace Workbench.Experiments.Comma;

/// <summary>The tables of CoMMA (Tan et al., NeurIPS 2021), and three of ours about it.</summary>
public static class CommaTables
{
    private const string Paper = "comma-neurips", Accuracy = "Localization Accuracy (%)";

    private sealed record Column(string Head, string? Printed, string Metric);

    private static readonly Column[] s_pointing = [new("pointing", Accuracy, CommaMetrics.Pointing), new("pointing, released evaluation", null, CommaMetrics.PointingReleased)];

    private static readonly (string Number, Func<CommaCatalogue, CommaTable> Make)[] s_tables =
    [
        ("1", Table1), ("2-left", Table2Left), ("2-right", Table2Right), ("3", Table3), ("4", Table4), ("forms", Forms), ("evaluations", Evaluations), ("classes", Classes),
    ];

    /// <summary>The numbers that <see cref="Make"/> takes.</summary>
    public static IReadOnlyList<string> Numbers { get; } = [.. s_tables.Select(t => t.Number)];

    /// <summary>The four that are printed.</summary>
    public static IReadOnlyList<string> Printed { get; } = ["1", "2-left", "2-right", "3", "4"];

    /// <exception cref="ArgumentException">No such table.</exception>
    public static CommaTable Make(string number, CommaCatalogue methods) => s_tables.FirstOrDefault(t => t.Number == number).Make is { } make
        ? make(methods)
        : throw new ArgumentException($"CoMMA has no table '{number}'; there are {string.Join(", ", Numbers)}.", nameof(number));

    private static CommaTable Table1(CommaCatalogue methods) => Of("1", "1", "CoMMA, Table 1: interaction localisation", s_pointing,
    [
        ("Center Prior", CommaCatalogue.Centre, true),
        ("Optical flow", CommaCatalogue.OpticalFlow, true),
        ("Contrastive phrase grounding (Word level)", methods.PhraseGrounding, true),
        ("Shallow Attention (Sentence level)", methods.Shallow, true),
        ("Full attention + sentinel (Sentence level)", methods.Sentinel, true),
        ("CoMMA (Ours) (Word level)", methods.Word, true),
        ("CoMMA (Ours) (Sentence level)", methods.Comma, true),
        (TableLabels.Backbone, CommaCatalogue.Backbone, false),
    ],
    [
        "Every trained method sees 2 × 7 × 7 regions and the same words. Contrastive phrase grounding and the sentinel's own parameters start at random; the attention methods start from what the backbone knows, which favours them.",
        "Optical flow: Farnebäck's algorithm on tensor operators; the mean of horizontal and vertical amounts, 0.2 s apart.",
    ]);

    private static CommaTable Table2Left(CommaCatalogue methods) => Of("2-left", "2-left", "CoMMA, Table 2 left: among which regions self-attention is computed", s_pointing,
    [
        ("Spatial", methods.Regions(RegionAttention.Spatial), true),
        ("Temporal", methods.Regions(RegionAttention.Temporal), true),
        ("Spatial + Temp.", methods.Regions(RegionAttention.SpatialTemporal), true),
        ("Spatiotemporal", methods.Comma, true),
        (TableLabels.Backbone, CommaCatalogue.Backbone, false),
    ],
    ["Spatial + Temp.: one after the other, with parameters of their own; the paper does not say. The paper's text calls this table the right one and the other the left one."]);

    private static CommaTable Table2Right(CommaCatalogue methods) => Of("2-right", "2-right", "CoMMA, Table 2 right: which attention layers", s_pointing,
    [
        ("CA1", methods.Shallow, true),
        ("CA1 + CA2", methods.CrossCross, true),
        ("CA1 + CA2 + SA", methods.Comma, true),
        (TableLabels.Backbone, CommaCatalogue.Backbone, false),
    ],
    ["CA1 alone prints the 48.30 of Table 1's shallow attention; the two are one run here. Its heat is the mean over words: with one layer nothing leads from regions back to regions."]);

    private static CommaTable Table3(CommaCatalogue methods) => Of("3", "3", "CoMMA, Table 3: objects on YouCook2-BB",
    [
        new("pointing, mean over classes", "Full Loc. (%)", CommaMetrics.ObjectPointing), new("pointing", null, CommaMetrics.ObjectPointingMicro),
        new("box accuracy, mean over classes", null, CommaMetrics.ObjectBox), new("box accuracy", null, CommaMetrics.ObjectBoxMicro),
    ],
    [
        ("NAFAE", methods.Nafae, true),
        ("Ours", methods.Comma, true),
        (TableLabels.Backbone, CommaCatalogue.Backbone, false),
    ],
    [
        "The paper prints one column and calls its measure pointing-hand accuracy; NAFAE's own measure is box accuracy. Which mean the 59.25 is, is not said. NAFAE points at the middle of its box; CoMMA's box is the proposal with the highest mean heat.",
        "Proposals of the embedded set are boxes of all things in the frame, shifted, among boxes of nothing, 20 a frame: what a detector would give, not what it gives.",
        "Box accuracy: overlap above 0.5, outside and occluded frames left out, all forms of a name one class (tools/codalab_eval_grd_yc2bb.py).",
    ]);

    private static CommaTable Table4(CommaCatalogue methods)
    {
        Column[] columns = [.. PhraseRecall.Ranks.Select(k => new Column($"R@{k}", $"R@{k}", CommaMetrics.PhraseRecall(k))), new("pointing recall", "Pt Recall", CommaMetrics.PhrasePointing)];
        return Of("4", "4", "CoMMA, Table 4: phrases in pictures", columns,
        [
            ("Fang (VGG-cls (IN))", null, true),
            ("Akbari (VGG-cls (IN))", null, true),
            ("Akbari (PNAS Net (IN))", null, true),
            ("Align2Ground (Faster-RCNN (VG))", null, true),
            ("Gupta (Faster-RCNN (VG))", methods.PhrasesGupta, true),
            ("ours (word + sent): 1 CA layer (Faster-RCNN (VG))", methods.PhrasesOne, true),
            ("ours (word + sent): 2 CA layers (Faster-RCNN (VG))", methods.PhrasesTwo, true),
            ("ours (word + sent): 2 CA layers and self-attention, 48.81 at R@1 in the text", methods.PhrasesWhole, false),
        ],
        [
            "The authors train on MSCOCO's captions and test on Flickr30k Entities; here both are splits of one set. Word features are the backbone's, not BERT's; the nouns that Gupta et al. sample from BERT as negatives are left out.",
            "Regions are ranked by the last cross-attention's weights of the phrase's words, the greatest of them.",
        ]);
    }

    private static CommaTable Forms(CommaCatalogue methods) => Of("forms", null, "CoMMA as released and as printed, mixed and not mixed", s_pointing,
    [
        ("as released: two sets, cross-attention without parameters", methods.Comma, false),
        ("as printed: one sequence, Q, K, V projections, masked logits −∞", methods.Masked(MaskForm.MinusInfinity), false),
        ("as printed to the letter: masked logits 0 (Hadamard product)", methods.Masked(MaskForm.Hadamard), false),
        ("full attention, both modalities mixed and contrasted directly", methods.Mixed, false),
        ("two modules stacked", methods.Stacked, false),
        ("the positive twice in the denominator, as released", methods.ReleasedLoss, false),
        (TableLabels.Backbone, CommaCatalogue.Backbone, false),
    ],
    ["Each line is the first one with one thing changed."]);

    private static CommaTable Evaluations(CommaCatalogue methods)
    {
        Column[] columns =
        [
            new("corrected", null, CommaMetrics.Pointing), new("as released", null, CommaMetrics.PointingReleased), new("rollout from the words", null, CommaMetrics.PointingWords),
            new("rollout with identity, from the words", null, CommaMetrics.PointingIdentity),
        ];
        return Of("evaluations", null, "One trained CoMMA, evaluated in several ways", columns,
        [
            ("CoMMA", methods.Comma, false), ("shallow attention", methods.Shallow, false), (TableLabels.Backbone, CommaCatalogue.Backbone, false), ("centre", CommaCatalogue.Centre, false),
        ],
        ["The paper averages the rollout over words, the code over regions. Rollout as cited has the identity in every layer (residual connections)."]);
    }

    private static CommaTable Classes(CommaCatalogue methods)
    {
        Column[] columns = [.. Enum.GetNames<Data.NarratedKitchen.Ingredient>().Select(n => n.ToLowerInvariant()).SelectMany(n => new[]
        {
            new Column($"{n}, pointing", null, CommaMetrics.ObjectClass(n, box: false)), new Column($"{n}, box", null, CommaMetrics.ObjectClass(n, box: true)),
        })];
        return Of("classes", null, "Objects class by class, embedded benchmark", columns, [("NAFAE", methods.Nafae, false), ("CoMMA", methods.Comma, false), (TableLabels.Backbone, CommaCatalogue.Backbone, false)], []);
    }

    private static CommaTable Of(string number, string? published, string title, Column[] columns, (string Label, CommaRun? Run, bool Printed)[] lines, string[] notes) => new(
        new PaperTable(number, Paper, published, title, [.. columns.Select(c => c.Head)],
        [
            .. lines.Select(l => new TableLine(
                l.Label,
                [.. columns.Select(c => new TableEntry(l.Run is null ? null : Key(l.Run), l.Run is null ? null : c.Metric, l.Printed && c.Printed is not null ? l.Label : null, c.Printed))],
                l.Run is null ? TableLabels.Detector : null)),
        ], notes),
        lines.Select(l => l.Run).OfType<CommaRun>().DistinctBy(r => r.Name).ToDictionary(r => r.Name, StringComparer.Ordinal));

    /// <summary>How a run is named in a <see cref="PaperTable"/>.</summary>
    internal static MethodRun Key(CommaRun run) => new() { Name = run.Name };
}
