using System.Text.Json;
using Workbench.Data.NarratedKitchen;
using Workbench.Data.NarratedKitchen.Annotation;

namespace Workbench.Tests.Data.NarratedKitchen;

/// <summary>The whole way, on videos of a few seconds.</summary>
public sealed class KitchenGeneratorTests
{
    private static readonly KitchenOptions Short = new()
    {
        TrainVideos = 2,
        TestVideos = 2,
        Fps = 2,
        TrainSeconds = (10, 12),
        TestSeconds = (12, 16),
        Speech = false,
        Parallel = 1,
    };

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_alone_or_in_parallel_and_goes_on_where_it_stopped()
    {
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();
        KitchenReport all = await KitchenGenerator.GenerateAsync(one.Path, Short);
        Assert.Equal((4, 0), (all.Drawn, all.Kept));
        // A part first, then the rest, two at a time.
        await KitchenGenerator.GenerateAsync(two.Path, Short with { TrainVideos = 1, TestVideos = 0 });
        KitchenReport rest = await KitchenGenerator.GenerateAsync(two.Path, Short with { Parallel = 2 });
        Assert.Equal((3, 1), (rest.Drawn, rest.Kept));
        string[] names = Files(one.Path);
        Assert.Equal(names, Files(two.Path));
        Assert.All(names, name => Assert.True(
            File.ReadAllBytes(Path.Combine(one.Path, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(two.Path, name))), name));
        Assert.DoesNotContain(names, n => n.Contains("tmp", StringComparison.Ordinal));
        Assert.Equal(4, names.Count(n => n.EndsWith(".mp4", StringComparison.Ordinal)));
    }

    [FfmpegFact]
    public async Task Fewer_videos_in_a_folder_of_more_are_annotated_as_in_a_folder_of_their_own()
    {
        using var shared = new TemporaryFolder();
        using var own = new TemporaryFolder();
        KitchenOptions fewer = Short with { TrainVideos = 1, TestVideos = 1 };
        await KitchenGenerator.GenerateAsync(shared.Path, Short);
        await KitchenGenerator.GenerateAsync(shared.Path, fewer);
        await KitchenGenerator.GenerateAsync(own.Path, fewer);
        string[] annotations = [.. Files(own.Path).Where(f => !f.EndsWith(".mp4", StringComparison.Ordinal))];
        Assert.Equal(annotations, Files(shared.Path).Where(f => !f.EndsWith(".mp4", StringComparison.Ordinal)));
        Assert.All(annotations, name => Assert.Equal(File.ReadAllText(Path.Combine(own.Path, name)), File.ReadAllText(Path.Combine(shared.Path, name))));
    }

    [Fact]
    public async Task Another_seed_in_the_same_folder_is_refused()
    {
        using var folder = new TemporaryFolder();
        KitchenOptions tiny = Short with { TrainVideos = 1, TestVideos = 0 };
        await KitchenGenerator.GenerateAsync(folder.Path, tiny);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => KitchenGenerator.GenerateAsync(folder.Path, tiny with { Seed = 2 }));
        Assert.Contains(folder.Path, error.Message, StringComparison.Ordinal);
    }

    [FfmpegFact]
    public async Task Sounds_of_actions_change_no_picture_and_a_folder_without_them_is_made_anew()
    {
        using var folder = new TemporaryFolder();
        KitchenOptions tiny = Short with { TrainVideos = 1, TestVideos = 1 };
        await KitchenGenerator.GenerateAsync(folder.File("a"), tiny with { ActionSounds = false });
        string stamp = File.ReadAllText(folder.File("a/synth.json")), video = folder.File("a/HowTo100M/videos/train-00000.mp4");
        // As folders were stamped before there was the switch.
        Assert.DoesNotContain("ActionSounds", stamp, StringComparison.Ordinal);
        (string picture, string sound, byte[] truth) = (Track("v", "before"), Track("a", "before"), File.ReadAllBytes(folder.File("a/truth.json")));

        KitchenReport again = await KitchenGenerator.GenerateAsync(folder.File("a"), tiny);
        Assert.Equal((2, 0), (again.Drawn, again.Kept));
        Assert.Contains("\"ActionSounds\": true", File.ReadAllText(folder.File("a/synth.json")), StringComparison.Ordinal);
        Assert.Equal(picture, Track("v", "after"));
        Assert.NotEqual(sound, Track("a", "after"));
        Assert.Equal(truth, File.ReadAllBytes(folder.File("a/truth.json")));
        // Not the other way round.
        await Assert.ThrowsAsync<ArgumentException>(() => KitchenGenerator.GenerateAsync(folder.File("a"), tiny with { ActionSounds = false }));
        Assert.True(File.Exists(video));

        string Track(string kind, string when) =>
            File.ReadAllText(TestVideos.Make(folder.File($"{kind}-{when}.md5"), "-i", video, "-map", $"0:{kind}", "-c", "copy", "-f", "md5"));
    }

    [Fact]
    public async Task A_cancelled_run_keeps_finished_videos_and_leaves_no_annotations_and_no_fragments()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        var progress = new StopAfterFirst(stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => KitchenGenerator.GenerateAsync(folder.Path, Short with { TrainVideos = 6 }, progress, stop.Token));
        string[] names = Files(folder.Path);
        Assert.Contains(names, n => n.EndsWith(".mp4", StringComparison.Ordinal));
        Assert.DoesNotContain(names, n => n.Contains("tmp", StringComparison.Ordinal) || n.EndsWith("captions.json", StringComparison.Ordinal) || n == "truth.json");
    }

    [Fact]
    public async Task Truth_and_captions_and_segments_tell_of_the_same_videos()
    {
        using var folder = new TemporaryFolder();
        await KitchenGenerator.GenerateAsync(folder.Path, Short);
        KitchenTruth truth = KitchenTruth.Read(folder.File("truth.json"));
        Assert.Equal(["test-000000", "test-000001", "train-00000", "train-00001"], truth.Videos.Keys.Order(StringComparer.Ordinal));
        using JsonDocument segments = JsonDocument.Parse(File.ReadAllText(folder.File("GroundingYouTube/seg.json")));
        foreach (JsonProperty video in segments.RootElement.EnumerateObject())
        {
            TruthVideo its = truth.Videos[video.Name];
            Assert.Equal(
                its.Spans.Select(s => (s.Action.Replace(' ', '_'), s.Start, s.End - 1)),
                video.Value.EnumerateArray().Select(s => (s.GetProperty("sentence").GetString()!, s.GetProperty("segment")[0].GetInt32(), s.GetProperty("segment")[1].GetInt32())));
            Assert.All(its.Seconds, s => Assert.Equal(s.State == SecondState.Action, s.Contact is not null));
            Assert.All(its.Seconds.Where(s => s.Contact is not null), s => Assert.Contains(s.Objects, o => o.Acted && o.Kind == s.Action!.Split(' ')[1]));
        }
    }

    [Fact]
    public void A_truth_file_that_is_none_is_named()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("truth.json", "{\"seed\": 1, \"videos\": [");
        Assert.Contains(path, Assert.Throws<Workbench.Data.DataFormatException>(() => KitchenTruth.Read(path)).Message, StringComparison.Ordinal);
    }

    // The three sets' links to the same videos are not followed.
    private static string[] Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal)];

    private sealed class StopAfterFirst(CancellationTokenSource stop) : IProgress<ProgressReport>
    {
        public void Report(ProgressReport value)
        {
            if (value.Done > 0)
                stop.Cancel();
        }
    }
}
