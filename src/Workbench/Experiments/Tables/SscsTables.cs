using Workbench.Data;
using Workbench.Experiments.Moments;
using Workbench.Models.Moments;
using Workbench.Training.Moments;

namespace Workbench.Experiments.Tables;

/// <summary>The tables of Sscs (Ding et al., ICCV 2021).</summary>
public static class SscsTables
{
    /// <summary>The file of data/papers.</summary>
    public const string Paper = "sscs-iccv";

    private const string Other = "another group's method, as the paper prints it", OtherFeatures = "the embedded benchmark has one set of features; it stands in the I3D row";

    private static readonly (int Rank, double Overlap)[] s_charades = [(1, 0.5), (1, 0.7), (5, 0.5), (5, 0.7)];

    private static readonly (string Label, string Predictor)[] s_floors =
    [
        ("floor: random moments", "random-moments"), ("floor: the whole video", "whole-video"), ("floor: most frequent moments", "moments"), ("floor: best fixed moments", "best-moments"),
    ];

    private static readonly string[] s_notes =
    [
        "2D-TAN's evaluator for both models: an IoU must exceed m, suppression at 0.5. LGI gives one answer, so that it has no Rank5.",
        "Floors look neither at the video nor at the sentence. The best fixed moments are chosen for each m anew and are not suppressed: a strong floor for Rank5.",
        "Every model has as many parameters at inference with the branch as without: the run files count both.",
    ];

    private static readonly (string Number, Func<SscsCatalogue, DataPart?, PaperTable> Make)[] s_tables = [("1", (m, _) => Table1(m)), ("2", (m, _) => Table2(m)), ("3", (m, _) => Table3(m)), ("4", Table4)];

    /// <summary>The numbers that <see cref="Make"/> takes.</summary>
    public static IReadOnlyList<string> Numbers { get; } = [.. s_tables.Select(t => t.Number)];

    /// <summary>The tables that a public data set is in.</summary>
    public static IReadOnlyList<string> NumbersOf(DataPart part) => part == DataPart.CharadesSTA ? ["1", "2", "3"] : ["4"];

    /// <param name="number">One of <see cref="Numbers"/>.</param>
    /// <param name="methods">The methods.</param>
    /// <param name="part">The public data set that is measured; null: the embedded benchmark, which stands for all.</param>
    /// <exception cref="ArgumentException">No such table.</exception>
    public static PaperTable Make(string number, SscsCatalogue methods, DataPart? part = null) => s_tables.FirstOrDefault(t => t.Number == number).Make is { } make
        ? make(methods, part)
        : throw new ArgumentException($"Sscs has no table '{number}' that is measured; there are {string.Join(", ", Numbers)}.", nameof(number));

    private static PaperTable Table1(SscsCatalogue methods)
    {
        var lines = new List<TableLine>();
        foreach ((MomentBase model, string name) in ((MomentBase, string)[])[(MomentBase.TwoDTan, "2D-TAN"), (MomentBase.Lgi, "LGI")])
        {
            lines.Add(Line(name, methods.Base(model), s_charades));
            foreach ((CrossSupervision supervision, string word) in ((CrossSupervision, string)[])[(CrossSupervision.GroundTruthClips, "GTC"), (CrossSupervision.SupportSet, "SS")])
            {
                lines.Add(Line($"{name}+{word} contrast", methods.With(model, supervision, contrast: true, caption: false), s_charades));
                lines.Add(Line($"{name}+{word} caption", methods.With(model, supervision, contrast: false, caption: true), s_charades));
                lines.Add(Line($"{name}+{word} contrast + caption", methods.With(model, supervision, contrast: true, caption: true), s_charades));
            }
        }

        return Table("1", "Sscs Table 1: which supervision", s_charades, [.. lines, .. Floors(methods, s_charades)], []);
    }

    private static PaperTable Table2(SscsCatalogue methods)
    {
        (SupportSetConstruction, string)[] constructions = [(SupportSetConstruction.Video, "V-SS"), (SupportSetConstruction.GroundTruth, "GT-SS"), (SupportSetConstruction.NonGroundTruth, "Non-GT-SS")];
        (SupportSetFunction, string)[] functions =
        [
            (SupportSetFunction.CrossAttention, "CA"), (SupportSetFunction.SelfAttention, "SA"), (SupportSetFunction.FullyConnected, "FC"),
            (SupportSetFunction.Convolution, "Conv"), (SupportSetFunction.MaxPooling, "MP"), (SupportSetFunction.AveragePooling, "AP"),
        ];
        IEnumerable<TableLine> lines = from c in constructions from f in functions select Line($"{c.Item2} + {f.Item2}", methods.Cell(c.Item1, f.Item1), s_charades);
        return Table("2", "Sscs Table 2: which support set, and what is made of it (2D-TAN)", s_charades,
            [.. lines, Line("2D-TAN alone", methods.Base(MomentBase.TwoDTan), s_charades, published: false), .. Floors(methods, s_charades)],
            ["A sentence whose moment covers all that is shown has no Non-GT-SS and stands aside in the branch."]);
    }

    private static PaperTable Table3(SscsCatalogue methods)
    {
        MethodRun Ours(MomentBase model) => methods.With(model, CrossSupervision.SupportSet, contrast: true, caption: true);
        return Table("3", "Sscs Table 3: Charades-STA", s_charades,
        [
            .. ((string[])["VAL (VGG)", "ACL-K (VGG)", "TripNet (VGG)", "DRN (VGG)"]).Select(row => Line(row, null, s_charades, notRun: Other)),
            .. ((string[])["2D-TAN (VGG)", "2D-TAN + ours (VGG)", "LGI (VGG)", "LGI + ours (VGG)"]).Select(row => Line(row, null, s_charades, notRun: OtherFeatures)),
            .. ((string[])["MAN (I3D)", "DRN (I3D)"]).Select(row => Line(row, null, s_charades, notRun: Other)),
            Line("2D-TAN (I3D)", methods.Base(MomentBase.TwoDTan), s_charades),
            Line("2D-TAN + Ours (I3D)", Ours(MomentBase.TwoDTan), s_charades),
            Line("LGI (I3D)", methods.Base(MomentBase.Lgi), s_charades),
            Line("LGI + Ours (I3D)", Ours(MomentBase.Lgi), s_charades),
            .. Floors(methods, s_charades),
        ], ["The paper prints 36.19 for LGI + Ours at Rank1@0.7 here and 37.29 in Table 1."]);
    }

    private static PaperTable Table4(SscsCatalogue methods, DataPart? part)
    {
        (int, double)[] tacos = [(1, 0.1), (1, 0.3), (1, 0.5), (5, 0.1), (5, 0.3), (5, 0.5)], activityNet = [(1, 0.3), (1, 0.5), (1, 0.7), (5, 0.3), (5, 0.5), (5, 0.7)];
        TableLine Both(string label, MethodRun? left, MethodRun? right, string? notRun = null, bool published = true) => new(
            label,
            [
                .. Entries(part is null or DataPart.TACoS ? left : null, tacos, published ? label : null, "TACoS "),
                .. Entries(part is null or DataPart.ActivityNetCaptions ? right : null, activityNet, published ? label : null, "ActivityNet-Captions "),
            ], notRun);
        return new PaperTable("4", Paper, "4", "Sscs Table 4: TACoS and ActivityNet-Captions", [.. Heads(tacos, "TACoS "), .. Heads(activityNet, "ActivityNet-Captions ")],
        [
            .. ((string[])["TGN", "ACRN", "CMIN", "QSPN", "ABLR", "DRN", "HVTG"]).Select(row => Both(row, null, null, Other)),
            Both("2D-TAN", methods.Tacos(ours: false), methods.ActivityNet(MomentBase.TwoDTan, ours: false)),
            Both("2D-TAN + Ours", methods.Tacos(ours: true), methods.ActivityNet(MomentBase.TwoDTan, ours: true)),
            Both("LGI", null, methods.ActivityNet(MomentBase.Lgi, ours: false)),
            Both("LGI + Ours", null, methods.ActivityNet(MomentBase.Lgi, ours: true)),
            .. s_floors.Select(f => Both(f.Label, methods.Floor(f.Predictor, whole: true), methods.Floor(f.Predictor, whole: true), published: false)),
        ],
        [
            .. part is null ? ["Measured: whole videos of the same embedded benchmark in both halves, with the settings that set the two data sets apart in the paper (map, labels, λ, LGI's phrases and heads)."] : Array.Empty<string>(),
            "TGN's ActivityNet numbers are damaged in the text at hand.", .. s_notes,
        ]);
    }

    private static PaperTable Table(string number, string title, (int, double)[] ranks, TableLine[] lines, string[] notes) =>
        new(number, Paper, number, title, [.. Heads(ranks, "")], lines, [.. notes, .. s_notes]);

    private static IEnumerable<TableLine> Floors(SscsCatalogue methods, (int, double)[] ranks) => s_floors.Select(f => Line(f.Label, methods.Floor(f.Predictor), ranks, published: false));

    private static TableLine Line(string label, MethodRun? run, (int, double)[] ranks, bool published = true, string? notRun = null) =>
        new(label, [.. Entries(run, ranks, published ? label : null, "")], notRun);

    private static IEnumerable<TableEntry> Entries(MethodRun? run, (int Rank, double Overlap)[] ranks, string? row, string prefix) => ranks.Select(r => new TableEntry(
        run, run is null || (r.Rank > 1 && run.Moments?.Base == MomentBase.Lgi) ? null : MomentMetrics.Rank(r.Rank, r.Overlap), row, $"{prefix}Rank{r.Rank}@{r.Overlap:0.0}"));

    private static IEnumerable<string> Heads((int Rank, double Overlap)[] ranks, string prefix) => ranks.Select(r => $"{prefix}Rank{r.Rank}@{r.Overlap:0.0}");
}
