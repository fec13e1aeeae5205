using Workbench.Backbones;
using Workbench.Data;
using Workbench.Data.NarratedKitchen;
using Workbench.Experiments;

namespace Workbench.Tests.Experiments;

/// <summary>A folder of data from its videos to the inputs of an experiment, on generated videos of a few seconds.</summary>
public sealed class DataFolderTests : IDisposable
{
    private static readonly KitchenOptions s_short = new() { TrainVideos = 2, TestVideos = 1, Fps = 2, TrainSeconds = (10, 12), TestSeconds = (12, 16), Speech = false };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_that_a_folder_lacks_is_listed_at_once()
    {
        _folder.Write("data/GroundingYouTube/seg.json", "{}");
        var error = Assert.Throws<DataFormatException>(() => Open());
        foreach (string part in new[] { "HowTo100M/videos.csv", "HowTo100M/videos/", "GroundingYouTube/vid2step.json", "MiningYouTube/annotations", "YouCook2Interactions/final_dataset_annotations.pkl" })
            Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("seg.json", error.Message, StringComparison.Ordinal);
    }

    [FfmpegFact]
    public async Task Lost_narrated_videos_are_left_out_with_a_note_and_lost_test_videos_refused()
    {
        await KitchenGenerator.GenerateAsync(_folder.File("data"), s_short);
        using (ExperimentInputs whole = Open())
        {
            Assert.Empty(whole.Notes);
            Assert.Equal(["train-00000", "train-00001"], whole.Training.Videos.Order(StringComparer.Ordinal));
            Assert.Equal(["test-000000"], whole.Testing.Videos);
        }

        Directory.Delete(_folder.File("features"), recursive: true);
        File.Delete(_folder.File("data/HowTo100M/videos/train-00000.mp4"));
        File.WriteAllText(_folder.File("data/HowTo100M/videos/train-00001.mp4"), "no video");
        using (ExperimentInputs rest = Open())
        {
            Assert.Equal(2, rest.Notes.Count);
            Assert.Contains("'train-00000'", rest.Notes[0], StringComparison.Ordinal);
            Assert.Contains("'train-00001'", rest.Notes[1], StringComparison.Ordinal);
        }

        File.Delete(_folder.File("data/GroundingYouTube/videos/test-000000.mp4"));
        Assert.Contains("GroundingYouTube/videos/test-000000", Assert.Throws<DataFormatException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [FfmpegFact]
    public async Task What_contradicts_the_videos_is_an_error_or_left_out_and_said()
    {
        await KitchenGenerator.GenerateAsync(_folder.File("data"), s_short);
        var path = _folder.File("data/GroundingYouTube/seg.json");
        using (ExperimentInputs whole = Open(new DataFolderOptions { PublishedSingleActions = true }))
        {
            Assert.Equal("test", whole.Name);
            Assert.NotSame(whole.SpatioTemporal, whole.SingleActions);
        }

        File.WriteAllText(path, File.ReadAllText(path).Replace("[{", """[{"segment":[900,905],"id":900,"sentence":"cut_egg"},{"segment":[5,2],"id":901,"sentence":"cut_egg"},{""", StringComparison.Ordinal));
        Assert.Contains("entry 'test-000000'[1].segment", Assert.Throws<DataFormatException>(() => Open()).Message, StringComparison.Ordinal);
        var problems = new List<DataProblem>();
        using ExperimentInputs rest = Open(new DataFolderOptions { SkipBad = true, OnProblem = problems.Add });
        Assert.Equal(["entry 'test-000000'[1].segment", "video 'test-000000', action 900 ('cut egg')"], problems.Select(problem => problem.Place));
        Assert.Equal("test-less-2", rest.Name);
        Assert.DoesNotContain(rest.SpatioTemporal.Videos[0].Actions, action => action.Id >= 900);
        Assert.Same(rest.SpatioTemporal, rest.SingleActions);
    }

    // The inputs own the backbone; where they cannot be opened, the caller keeps it.
    private ExperimentInputs Open(DataFolderOptions? options = null)
    {
        var backbone = ClipBackbone.Load(Fixtures.Find("clip/weights.safetensors"));
        try
        {
            return DataFolder.Open(_folder.File("data"), _folder.File("features"), "test", backbone, options);
        }
        catch
        {
            backbone.Dispose();
            throw;
        }
    }
}
