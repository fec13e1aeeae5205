using Workbench.Experiments;
using Workbench.Experiments.Tables;
using Workbench.Inference;
using Workbench.Models;
using Workbench.Report;
using Workbench.Training;

namespace Workbench.Tests.Experiments.Tables;

public class PaperTablesTests
{
    private static readonly PublishedTables s_published = PublishedTables.Load(Path.Combine(WorkbenchPaths.Locate().Root, "data", "papers"));

    private static MethodCatalogue Methods(Fidelity fidelity = Fidelity.Paper) => new(
        EmbeddedRecipe.Train(fidelity, Profile.Quick, 1), EmbeddedRecipe.Ground(fidelity), audio: new AudioRecipe { Encoder = "ear", Model = AudioConfig.For(fidelity) with { Width = 4 } });

    public static TheoryData<string> Numbers => [.. PaperTables.Numbers];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_line_and_column_that_claims_to_be_printed_is(string number)
    {
        PaperTable table = PaperTables.Make(number, Methods());
        Assert.NotEmpty(table.Runs);
        Assert.All(table.Lines, line => Assert.Equal(table.Columns.Count, line.Entries.Count));
        if (table.PublishedNumber is null)
            Assert.All(table.Lines.SelectMany(l => l.Entries), e => Assert.Null(e.PublishedRow));
        else
            foreach (TableEntry entry in table.Lines.SelectMany(l => l.Entries).Where(e => e.PublishedRow is not null))
                s_published.Value(table.Paper, table.PublishedNumber, entry.PublishedRow!, entry.PublishedColumn!); // Throws where there is none.
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_printed_row_of_a_table_has_a_line(string number)
    {
        PaperTable table = PaperTables.Make(number, Methods());
        if (table.PublishedNumber is null)
            return;
        HashSet<string> used = [.. table.Lines.SelectMany(l => l.Entries).Select(e => e.PublishedRow).OfType<string>()];
        Assert.Equal(s_published[table.Paper, table.PublishedNumber].Rows.Select(r => r.Name).Order(), used.Order());
    }

    [Theory]
    [InlineData(Fidelity.Paper)]
    [InlineData(Fidelity.ReleasedCode)]
    public void Each_run_changes_the_whole_method_in_one_place_and_has_a_name_of_its_own(Fidelity fidelity)
    {
        MethodCatalogue methods = Methods(fidelity);
        MethodRun[] runs = [.. PaperTables.Numbers.SelectMany(n => PaperTables.Make(n, methods).Runs).Distinct()];
        Assert.Equal(runs.Length, runs.Select(r => r.Name).Distinct().Count());
        Assert.All(runs.Where(r => r.Recipe is not null), r => r.Recipe!.Check());
        Assert.Equal(["ours", "ours-clip-finetuned", "ours-s3d"], runs.Where(r => r.Recipe is not null && r.Recipe with { Name = "", BackboneLearningRate = 0 } == methods.Recipe with { Name = "" }).Select(r => r.Recipe!.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["ours-clip-finetuned"], runs.Where(r => r.Recipe?.BackboneLearningRate > 0).Select(r => r.Name));
        Assert.Equal((false, true), (methods.OnlyLocal().Recipe!.GlobalLoss, methods.OnlyLocal().Recipe!.LocalLoss));
        Assert.Equal(TemporalSource.LocalMean, methods.OnlyLocal().Grounding.Temporal);
        Assert.Equal(SpatialSource.GlobalRegions, methods.OnlyGlobal().Grounding.Spatial);
    }

    [Fact]
    public void The_row_of_the_selection_table_that_the_other_tables_repeat_is_the_whole_method()
    {
        MethodCatalogue methods = Methods();
        Assert.Equal(methods.Ours(), methods.Select(Workbench.Transport.SelectionText.Local, Workbench.Transport.SelectionVideo.Both, sinkhorn: true));
        string printed = s_published.Value("whatwhenwhere-cvpr", "5", "Average over last two", "with Sinkhorn: GroundingYT Spatio-temporal")!.Printed;
        Assert.Equal(printed, s_published.Value("whatwhenwhere-cvpr", "6", "w/ Both loss", "GroundingYT Spatio-temp")!.Printed);
        Assert.Equal(printed, s_published.Value("whatwhenwhere-cvpr", "2", "Ours (CLIP*)", "0.4")!.Printed);
    }

    [Fact]
    public void Sound_is_trained_once_and_asked_twice_and_its_rows_say_so_where_nobody_hears()
    {
        MethodRun[] runs = [.. PaperTables.Make("11", Methods()).Runs.Where(r => r.Backbone == MethodBackbone.ClipAndAudio)];
        Assert.Equal([false, true], runs.Select(r => r.Grounding.Audio));
        Assert.Single(runs.Select(r => r.Recipe).Distinct());
        Assert.All(runs, r => Assert.Equal("ear", r.Recipe!.Audio!.Encoder));
        PaperTable deaf = PaperTables.Make("11", new MethodCatalogue(Methods().Recipe, new GroundingOptions()));
        Assert.Equal(["VAT/VT", "VAT/VAT"], deaf.Lines.Where(l => l.NotRun is not null).Select(l => l.Label));
        Assert.DoesNotContain(deaf.Runs, r => r.Backbone == MethodBackbone.ClipAndAudio);
    }

    [Fact]
    public void Settings_of_frames_are_multiples_of_the_recipes_own()
    {
        Recipe embedded = Methods().Recipe; // U = 8, T = 4
        Assert.Equal([6, 8, 10, 12, 14], Trained("9", Methods()).Select(r => r.CandidateFrames));
        Assert.Equal([1, 2, 3, 4, 6], Trained("10", Methods()).Select(r => r.Selection.Frames));
        var published = new MethodCatalogue(Recipe.For(Fidelity.Paper), new GroundingOptions()); // U = 16, T = 8
        Assert.Equal([12, 16, 20, 24, 28], Trained("9", published).Select(r => r.CandidateFrames));
        Assert.Equal([1, 2, 4, 8, 12], Trained("10", published).Select(r => r.Selection.Frames));
        Assert.Equal((8, 4), (embedded.CandidateFrames, embedded.Selection.Frames));

        static IEnumerable<Recipe> Trained(string number, MethodCatalogue methods) => PaperTables.Make(number, methods).Runs.Select(r => r.Recipe).OfType<Recipe>();
    }

    [Fact]
    public void A_report_says_what_is_published_what_is_measured_what_was_not_run_and_whether_the_order_holds()
    {
        MethodCatalogue methods = Methods();
        PaperTable table = PaperTables.Make("6", methods);
        RunRecord Run(MethodRun run, double map, double iou) => new()
        {
            Name = run.Name,
            Recipe = new() { ["backbone"] = "toy" },
            Metrics = new Dictionary<string, double> { [RunMetrics.VideoMap(0.4)] = map, [RunMetrics.TemporalIou] = iou },
            Counts = run.Recipe is null ? new Dictionary<string, long>() : new Dictionary<string, long> { ["steps"] = 7 },
            Seconds = 2,
        };
        var runs = new Dictionary<MethodRun, IReadOnlyList<RunRecord>>
        {
            [methods.OnlyLocal()] = [Run(methods.OnlyLocal(), 1, 3)],
            [methods.OnlyGlobal()] = [Run(methods.OnlyGlobal(), 2, 2)],
            [methods.Ours()] = [Run(methods.Ours(), 3, 1), Run(methods.Ours(), 4, 1)],
            [MethodCatalogue.NoVideo] = [Run(MethodCatalogue.NoVideo, 0.5, 0.5)],
        };
        string text = PaperTableReport.Build(table, runs, s_published, "t", "toys").ToMarkdown();
        Assert.Contains("| w/ Both loss | 19.45 | 3.50 ± 0.71 | 20.33 | 1.00 ± 0.00 | 58.35 | – |", text, StringComparison.Ordinal);
        Assert.Contains("spatio-temporal, mAP@0.4: the paper's order (only Local loss < only Global loss < w/ Both loss).", text, StringComparison.Ordinal);
        Assert.Contains("temporal, IoU: not the paper's order; 0 of 3 pairs of rows agree.", text, StringComparison.Ordinal);
        Assert.Contains($"{TableLabels.Backbone}: not run, no features of Clip", text, StringComparison.Ordinal);
        Assert.Contains("spatio-temporal, mAP@0.4 +3.00", text, StringComparison.Ordinal);
        Assert.DoesNotContain("spatial, pointing:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Printed_tables_say_what_the_real_annotations_give_without_any_video()
    {
        string runs = Path.Combine(WorkbenchPaths.Locate().Root, "results", "runs");
        string note = Assert.Single(RealFloors.Notes(PaperTables.Make("3", Methods()), runs));
        RunRecord centre = RunRecord.Read(Assert.Single(Directory.GetFiles(runs, "floor-spatial-centre-seg-any-????????????.json")));
        Assert.Contains($"middle of the frame on GroundingYouTube: pointing {centre.Metrics["pointing %"]:0.00}", note, StringComparison.Ordinal);
        Assert.DoesNotContain("IoU+Point", note, StringComparison.Ordinal);
        Assert.All(PaperTables.Numbers.Where(n => PaperTables.Make(n, Methods()).PublishedNumber is not null), n => Assert.NotEmpty(RealFloors.Notes(PaperTables.Make(n, Methods()), runs)));
        Assert.Empty(RealFloors.Notes(PaperTables.Make("6-s3d", Methods()), runs)); // Nothing of it is printed.
        Assert.Empty(RealFloors.Notes(PaperTables.Make("3", Methods()), Path.Combine(runs, "nothing")));
    }

    [Fact]
    public void The_temporal_threshold_changes_nothing_but_how_a_trained_model_is_asked()
    {
        MethodCatalogue methods = Methods();
        MethodRun[] runs = [.. PaperTables.Make("4-threshold", methods).Runs];
        Assert.Contains(methods.Ours(), runs); // At 0.5 the run is shared.
        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.5], runs.Where(r => r.Recipe == methods.Ours().Recipe).Select(r => r.Grounding.BackgroundThreshold).Order());
        Assert.All(runs.Where(r => r.Recipe == methods.Ours().Recipe), r => Assert.Equal(methods.Ours().Grounding, r.Grounding with { BackgroundThreshold = 0.5 }));
    }

    [Fact]
    public void Every_switch_changes_the_papers_preset_and_all_of_them_together_are_the_released_one()
    {
        MethodCatalogue paper = Methods(), released = Methods(Fidelity.ReleasedCode);
        PaperTable table = Disagreements.Table(paper, released);
        MethodRun[] runs = [.. table.Runs];
        Assert.Equal(2 + Disagreements.OfTraining.Count + Disagreements.OfAsking.Count, runs.Length);
        Assert.Equal(runs.Length, runs.Select(r => r.Name).Distinct().Count());
        Assert.All(Disagreements.OfTraining, s => Assert.NotEqual(paper.Recipe, s.Released(paper.Recipe)));
        Assert.All(runs, r => r.Recipe!.Check());

        // The code's 15 epochs instead of 10 count only where the steps are not given. Switches that stand for something that the code's preset has not are left out: the margin is an option of it, the scale a control.
        Recipe all = Disagreements.OfTraining.Where(s => s.Name is not ("margin" or "attention-scale")).Aggregate(paper.Recipe, (r, s) => s.Released(r));
        Assert.Equal(released.Recipe with { Name = "", Fidelity = Fidelity.Paper, Epochs = paper.Recipe.Epochs }, all with { Name = "" });
    }
}
