using System.Globalization;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Experiments.Moments;
using Workbench.Experiments.Tables;
using Workbench.Models.Moments;
using Workbench.Report;
using Workbench.Report.Charts;
using Workbench.Tests.Training.Moments;
using Workbench.Training.Moments;

namespace Workbench.Tests.Experiments.Moments;

[Collection(TensorCounters.Name)]
public sealed class SscsReproductionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Annotations_imported_features_and_word_vectors_of_ones_own_give_tables_and_figures()
    {
        using var toy = new ToyMoments();
        WriteCharades(toy.Queries);
        MomentRecipe Small(MomentBase model, string name) => ToyMoments.Recipe(model) with { Name = name, Steps = 2, WindowSeconds = 0 };
        MomentRecipe tan = Small(MomentBase.TwoDTan, "2d-tan"), lgi = Small(MomentBase.Lgi, "lgi");
        DataPart part = MomentFiles.PartOf(_folder.Path);
        Assert.Equal(DataPart.CharadesSTA, part);
        // The toy's own store stays open: the reproduction closes what it is given.
        using SscsReproduction reproduction = SscsReproduction.Of(
            part, _folder.Path, FeatureStore.Open(toy.Folder), toy.Words, Profile.Smoke,
            new ReproductionOptions { RunFolder = _folder.File("runs"), CheckpointFolder = _folder.File("checkpoints"), DataName = "toy" }, new MomentRecipes(tan, lgi, tan, tan, lgi));
        (ComparisonTable table, IReadOnlyList<RunRecord> runs) = reproduction.Compare("3");
        Assert.Equal("sscs-table3-toy", table.Name);
        Assert.All(table.Rows.Where(r => r.Label.Contains("(I3D)", StringComparison.Ordinal) && r.Label.StartsWith("2D-TAN", StringComparison.Ordinal)), r => Assert.Single(r.Cells[0].Measured));
        Assert.Contains("toy", runs[0].Recipe["backbone"]!.GetValue<string>(), StringComparison.Ordinal);

        foreach (int number in new[] { 5, 6, 7, 8 })
        {
            Figure figure = SscsFigures.Make(number, reproduction);
            string path = _folder.File($"{reproduction.NameOfFigure(number)}.json");
            figure.Save(path);
            Assert.True(figure.Traces.Count >= 2 && new FileInfo(path).Length > 500, $"Figure {number} has {figure.Traces.Count} traces");
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => SscsFigures.Make(4, reproduction));
    }

    [Fact]
    public void Table_4_measures_the_half_that_the_data_is_of()
    {
        var methods = new SscsCatalogue(MomentRecipes.Published(1));
        Assert.All(SscsTables.Make("4", methods, DataPart.TACoS).Runs.Where(r => r.Moments is not null), r => Assert.StartsWith("2d-tan-tacos", r.Name, StringComparison.Ordinal));
        Assert.All(SscsTables.Make("4", methods, DataPart.ActivityNetCaptions).Runs.Where(r => r.Moments is not null), r => Assert.Contains("activitynet", r.Name, StringComparison.Ordinal));
        MomentRecipe tacos = methods.Tacos(ours: true).Moments!;
        Assert.Equal((128, 0.3, SupportSetConfig.Tacos.ContrastWeight), (tacos.TwoDTan.Clips, tacos.TwoDTan.TargetMinimum, tacos.Support.ContrastWeight));
    }

    [PublicDataFact("TACoS/train.json", "CharadesSTA/charades_sta_test.txt")]
    public void The_public_files_say_which_data_set_they_are()
    {
        Assert.Equal(DataPart.TACoS, MomentFiles.PartOf(PublicData.Find("TACoS")));
        Assert.Throws<DataFormatException>(() => MomentFiles.PartOf(PublicData.Find("CharadesSTA"))); // There is no training split at hand.
    }

    private void WriteCharades(IReadOnlyList<MomentQuery> queries)
    {
        string[] videos = [.. queries.Select(q => q.Video).Distinct()];
        foreach ((string split, Func<string, bool> takes) in new (string, Func<string, bool>)[] { ("train", v => Array.IndexOf(videos, v) < 12), ("test", v => Array.IndexOf(videos, v) >= 12) })
        {
            File.WriteAllLines(_folder.File($"charades_sta_{split}.txt"), queries.Where(q => takes(q.Video)).Select(q => string.Create(CultureInfo.InvariantCulture, $"{q.Video} {q.Segment.Start} {q.Segment.End}##{q.Sentence}")));
            File.WriteAllLines(_folder.File($"Charades_v1_{split}.csv"), videos.Where(takes).Select(v => $"{v},{ToyMoments.Seconds}").Prepend("id,length"));
        }
    }
}
