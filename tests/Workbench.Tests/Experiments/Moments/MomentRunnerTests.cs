using Workbench.Experiments;
using Workbench.Experiments.Moments;
using Workbench.Experiments.Tables;
using Workbench.Models.Moments;
using Workbench.Report;
using Workbench.Tests.Training.Moments;
using Workbench.Training.Moments;

namespace Workbench.Tests.Experiments.Moments;

[Collection(TensorCounters.Name)]
public sealed class MomentRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_file_has_ranks_curve_and_parameters_and_a_finished_run_is_not_done_again()
    {
        using var toy = new ToyMoments();
        var runner = new MomentRunner(toy.Inputs, new RowRunnerOptions { RunFolder = _folder.File("runs"), CheckpointFolder = _folder.File("checkpoints") });
        var method = new MethodRun { Name = "toy", Moments = ToyMoments.Recipe(MomentBase.TwoDTan) with { Name = "toy" } };
        RunRecord run = runner.Run(method);
        Assert.InRange(run.Metrics[MomentMetrics.Rank(5, 0.3)], run.Metrics[MomentMetrics.Rank(1, 0.3)], 100);
        Assert.True(run.Metrics[MomentMetrics.RankAtLeast(1, 0.5)] >= run.Metrics[MomentMetrics.Rank(1, 0.5)]);
        Assert.Equal(6, run.Metrics.Keys.Count(k => k.StartsWith(MomentMetrics.CurvePrefix, StringComparison.Ordinal)));
        Assert.Equal(run.Metrics[MomentMetrics.Rank(1, 0.5)], run.Metrics[MomentMetrics.Curve(12)]);
        Assert.True(run.Counts["parameters of the branch"] > 0);
        string file = Path.Combine(_folder.File("runs"), run.FileName), before = File.ReadAllText(file);
        runner.Run(method);
        Assert.Equal(before, File.ReadAllText(file));

        RunRecord lgi = runner.Run(new MethodRun { Name = "lgi", Moments = ToyMoments.Recipe(MomentBase.Lgi) with { Name = "lgi" } });
        Assert.False(lgi.Metrics.ContainsKey(MomentMetrics.Rank(5, 0.5)));
        RunRecord floor = runner.Run(new MethodRun { Name = MomentRunner.FloorName("best-moments", 20), SeesVideo = false });
        Assert.InRange(floor.Metrics[MomentMetrics.Rank(5, 0.5)], 1, 100);
        Assert.Throws<ArgumentException>(() => runner.Run(new MethodRun { Name = "nobody", SeesVideo = false }));
    }

    [Fact]
    public void Every_table_names_rows_that_are_printed_and_methods_that_are_shared()
    {
        PublishedTables published = PublishedTables.Load(Path.Combine(PublicData.RepositoryRoot, "data", "papers"));
        var methods = new SscsCatalogue(MomentRecipes.Embedded(Profile.Quick, 1));
        foreach (string number in SscsTables.Numbers)
        {
            PaperTable table = SscsTables.Make(number, methods);
            Assert.Equal(published[SscsTables.Paper, number].Rows.Select(r => r.Name), table.Lines.Where(l => l.Entries.Any(e => e.PublishedRow is not null)).Select(l => l.Label));
            Assert.All(table.Lines, l => Assert.Equal(table.Columns.Count, l.Entries.Count));
            ComparisonTable shown = PaperTableReport.Build(table, new Dictionary<MethodRun, IReadOnlyList<RunRecord>>(), published, "none", "nothing");
            Assert.Equal(table.Lines.Count, shown.Rows.Count);
        }

        Assert.Equal(14, SscsTables.Make("1", methods).Runs.Count(r => r.Moments is not null));
        Assert.Equal(19, SscsTables.Make("2", methods).Runs.Count(r => r.Moments is not null));
        // 7 supervisions of each base model, 17 more cells, 6 rows of Table 4.
        Assert.Equal(37, SscsTables.Numbers.SelectMany(n => SscsTables.Make(n, methods).Runs).Where(r => r.Moments is not null).Distinct().Count());
        Assert.Equal(0, methods.Base(MomentBase.TwoDTan).Moments!.Support.CaptionWeight);
        Assert.Throws<ArgumentException>(() => SscsTables.Make("5", methods));
    }

    [Fact]
    public void Settings_of_every_method_are_named_apart()
    {
        var methods = new SscsCatalogue(MomentRecipes.Embedded(Profile.Quick, 1));
        MethodRun[] runs = [.. SscsTables.Numbers.SelectMany(n => SscsTables.Make(n, methods).Runs).Distinct()];
        Assert.Equal(runs.Length, runs.Select(r => r.Name).Distinct().Count());
        Assert.Equal(
            (SupportSetConstruction.NonGroundTruth, SupportSetFunction.MaxPooling),
            (methods.Cell(SupportSetConstruction.NonGroundTruth, SupportSetFunction.MaxPooling).Moments!.Support.Construction, methods.Cell(SupportSetConstruction.NonGroundTruth, SupportSetFunction.MaxPooling).Moments!.Support.Function));
    }
}
