using Workbench.Experiments;
using Workbench.Experiments.Comma;
using Workbench.Experiments.Tables;
using Workbench.Models;
using Workbench.Models.Comma;
using Workbench.Training.Comma;

namespace Workbench.Tests.Experiments.Comma;

public class CommaTablesTests
{
    private static readonly PublishedTables s_published = PublishedTables.Load(WorkbenchPaths.Locate().Papers);

    public static TheoryData<string> Numbers => [.. CommaTables.Numbers];

    private static CommaCatalogue Methods(Fidelity fidelity = Fidelity.Paper)
    {
        CommaProfile sizes = CommaProfile.Of(Profile.Quick);
        return new CommaCatalogue(sizes.Clips(fidelity, 1), sizes.Phrases(fidelity, 1), sizes.Nafae(1));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_printed_row_has_a_line_and_every_line_that_claims_to_be_printed_is(string number)
    {
        CommaTable table = CommaTables.Make(number, Methods());
        Assert.All(table.Table.Lines, line => Assert.Equal(table.Table.Columns.Count, line.Entries.Count));
        Assert.Equal(table.Table.Runs.Select(r => r.Name).Order(StringComparer.Ordinal), table.Runs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(CommaTables.Printed.Contains(number), table.Table.PublishedNumber is not null);
        TableEntry[] printed = [.. table.Table.Lines.SelectMany(l => l.Entries).Where(e => e.PublishedRow is not null)];
        if (table.Table.PublishedNumber is not { } published)
        {
            Assert.Empty(printed);
            return;
        }

        foreach (TableEntry entry in printed)
            s_published.Value(table.Table.Paper, published, entry.PublishedRow!, entry.PublishedColumn!); // Throws where there is none.
        Assert.Equal(s_published[table.Table.Paper, published].Rows.Select(r => r.Name).Order(StringComparer.Ordinal), printed.Select(e => e.PublishedRow!).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rows_that_print_the_same_number_are_one_run_and_runs_are_told_apart()
    {
        CommaCatalogue methods = Methods();
        Assert.Equal("48.30", s_published.Value("comma-neurips", "1", "Shallow Attention (Sentence level)", "Localization Accuracy (%)")!.Printed);
        Assert.Equal("48.30", s_published.Value("comma-neurips", "2-right", "CA1", "Localization Accuracy (%)")!.Printed);
        Assert.Equal(methods.Comma, methods.Regions(RegionAttention.Spatiotemporal));
        CommaRun[] runs = [.. CommaTables.Numbers.SelectMany(n => CommaTables.Make(n, methods).Runs.Values).DistinctBy(r => r.Name)];
        Assert.Equal(runs.Length, runs.Select(r => (r.Recipe is { } x ? x with { Name = "" } : null, r.Kind, r.Nafae)).Distinct().Count());
        Assert.All(runs.Where(r => r.Recipe is not null), r => r.Recipe!.Check());
    }

    [Fact]
    public void The_presets_are_the_papers_and_the_codes_and_wrong_recipes_are_refused()
    {
        CommaRecipe paper = CommaRecipe.For(Fidelity.Paper), code = CommaRecipe.For(Fidelity.ReleasedCode);
        Assert.Equal((SentenceForm.Printed, AttentionScore.ScaledDot, false, (int?)null), (paper.SentenceForm, paper.Attention.EvalScore, paper.Attention.SelfAttentionResidual, paper.WarmupSteps));
        Assert.Equal((SentenceForm.Released, AttentionScore.Dot, true, (int?)5000), (code.SentenceForm, code.Attention.EvalScore, code.Attention.SelfAttentionResidual, code.WarmupSteps));
        Assert.Equal((512, 1e-4, 0.01, 10, 0.005), (paper.BatchSize, paper.LearningRate, paper.WeightDecay, paper.Epochs, paper.SentenceWeight));
        Assert.Throws<ArgumentException>(() => (paper with { Method = CommaMethod.FullSentinel, Loss = CommaLoss.Word }).Check());
        Assert.Throws<ArgumentException>(() => (paper with { Method = CommaMethod.PhraseGrounding }).Check());
        Assert.Throws<ArgumentException>(() => CommaTables.Make("5", Methods()));
    }
}
