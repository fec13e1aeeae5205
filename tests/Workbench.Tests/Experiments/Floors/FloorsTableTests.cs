using Workbench.Experiments;
using Workbench.Experiments.Floors;

namespace Workbench.Tests.Experiments.Floors;

public class FloorsTableTests
{
    private static readonly string _results = Path.Combine(PublicData.RepositoryRoot, "results");

    private static List<RunRecord> Runs() => [.. Directory.GetFiles(Path.Combine(_results, "runs"), "floor-*.json").Order(StringComparer.Ordinal).Select(RunRecord.Read)];

    [Fact]
    public void The_committed_table_is_what_the_committed_runs_give()
    {
        var papers = PublishedTables.Load(Path.Combine(PublicData.RepositoryRoot, "data", "papers"));
        Assert.Equal(FloorsTable.Markdown(Runs(), papers), File.ReadAllText(Path.Combine(_results, "tables", "floors-groundingyoutube.md")));
        Assert.Equal(FloorsTable.Csv(Runs(), papers), File.ReadAllText(Path.Combine(_results, "tables", "floors-groundingyoutube.csv")));
    }

    [Fact]
    public void A_missing_run_is_named()
    {
        var papers = PublishedTables.Load(Path.Combine(PublicData.RepositoryRoot, "data", "papers"));
        List<RunRecord> few = [.. Runs().Where(run => (string?)run.Recipe["predictor"] != "random")];
        Assert.Contains("predictor 'random' on boxes 'any' with released clipping", Assert.Throws<ArgumentException>(() => FloorsTable.Markdown(few, papers)).Message);
    }

    [PublicDataFact("GroundingYouTube/seg.json", "GroundingYouTube/id2xy_box_agree.json", "GroundingYouTube/id2xy_box.json", "GroundingYouTube/ground_seg_3to20.json", "MiningYouTube/annotations")]
    public void The_committed_runs_repeat_on_the_public_files()
    {
        var suite = new FloorSuite(PublicData.Root, TimeProvider.System);
        var again = suite.Temporal("seg").Concat(suite.Spatial(["centre", "best-fixed-point", "mean-box", "random"], "seg", "agree", Workbench.Data.BoxClipping.ReleasedCode, seed: 0)).Append(suite.SpatioTemporal("any"));
        var committed = Runs().ToDictionary(run => run.FileName);
        foreach (var run in again)
        {
            Assert.Equal(committed[run.FileName].Metrics, run.Metrics);
            Assert.Equal(committed[run.FileName].Counts, run.Counts);
        }
    }
}
