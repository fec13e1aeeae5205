using Workbench.Data;
using Workbench.Experiments;
using Workbench.Experiments.Floors;

namespace Workbench.Tests.Experiments.Floors;

public sealed class MomentsTableTests : IDisposable
{
    private static readonly string _results = Path.Combine(PublicData.RepositoryRoot, "results");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static PublishedTables Papers => PublishedTables.Load(Path.Combine(PublicData.RepositoryRoot, "data", "papers"));

    private static List<RunRecord> Runs() => [.. Directory.GetFiles(Path.Combine(_results, "runs"), "floor-moments-*.json").Order(StringComparer.Ordinal).Select(RunRecord.Read)];

    [Fact]
    public void The_committed_table_is_what_the_committed_runs_give()
    {
        Assert.Equal(MomentsTable.Markdown(Runs(), Papers), File.ReadAllText(Path.Combine(_results, "tables", "floors-moments.md")));
        Assert.Equal(MomentsTable.Csv(Runs(), Papers), File.ReadAllText(Path.Combine(_results, "tables", "floors-moments.csv")));
    }

    [Fact]
    public void A_missing_run_is_named()
    {
        List<RunRecord> few = [.. Runs().Where(run => (string?)run.Recipe["predictor"] != "whole-video")];
        Assert.Contains("predictor 'whole-video' on Charades-STA", Assert.Throws<ArgumentException>(() => MomentsTable.Markdown(few, Papers)).Message);
    }

    [PublicDataFact("CharadesSTA/charades_sta_test.txt", "TACoS/train.json")]
    public void The_committed_runs_repeat_on_the_public_files()
    {
        var committed = Runs().ToDictionary(run => run.FileName);
        foreach (var run in new[] { "CharadesSTA", "TACoS" }.SelectMany(set => new MomentSuite(PublicData.Find(set), TimeProvider.System).Run(["moments", "whole-video", "random-moments"], seed: 0)))
        {
            Assert.Equal(committed[run.FileName].Metrics, run.Metrics);
            Assert.Equal(committed[run.FileName].Counts, run.Counts);
        }
    }

    [Fact]
    public void With_both_splits_it_is_fitted_on_training_and_scored_on_testing()
    {
        _folder.Write("CharadesSTA/charades_sta_train.txt", "A 0 5##a.\nB 0 5##b.\n");
        _folder.Write("CharadesSTA/Charades_v1_train.csv", "id,length\nA,10\nB,10\n");
        _folder.Write("CharadesSTA/charades_sta_test.txt", "C 0 10##a.\nD 10 20##b.\n");
        _folder.Write("CharadesSTA/Charades_v1_test.csv", "id,length\nC,20\nD,20\n");
        var run = Assert.Single(new MomentSuite(_folder.Path, TimeProvider.System).Run(["best-moments"], seed: 0));
        Assert.Equal(("train", "test", 50.0, 2), ((string?)run.Recipe["fitted"], (string?)run.Recipe["split"], run.Metrics["Rank1@0.7 %"], run.Counts["moments fitted on"]));
        Assert.Null(run.Note);
        Assert.Contains("CharadesSTA, ActivityNetCaptions, TACoS", Assert.Throws<DataFormatException>(() => new MomentSuite(_folder.File("none"), TimeProvider.System).Run(["moments"], 0)).Message);
    }
}
