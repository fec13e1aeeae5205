using System.Diagnostics;
using System.Text.Json;
using Workbench.Cli.Commands;
using Workbench.Data;

namespace Workbench.Cli.Tests;

/// <summary><c>extract</c> on small real videos with the committed weights; as a process of its own where it is killed.</summary>
public sealed class ExtractCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workbench-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Videos => Path.Combine(_folder, "videos");

    [Fact]
    public async Task A_killed_extraction_is_gone_on_with_and_ends_with_the_features_of_an_uninterrupted_one()
    {
        MakeVideos(12);
        string killed = Path.Combine(_folder, "killed"), whole = Path.Combine(_folder, "whole");
        using (Process process = Start("--videos", Videos, "--out", killed, "--batch", "2"))
        {
            for (var clock = Stopwatch.StartNew(); Stored(killed) < 2 && clock.Elapsed < TimeSpan.FromMinutes(2);)
                await Task.Delay(5);
            process.Kill();
            await process.WaitForExitAsync();
        }

        int kept = Stored(killed);
        Assert.InRange(kept, 2, 12);
        var (code, output, error) = await RunAsync("--videos", Videos, "--out", killed, "--batch", "2", "--json");
        Assert.True(code == Shell.Fine, error);
        using JsonDocument json = JsonDocument.Parse(output);
        Assert.Equal((12 - kept, kept), (json.RootElement.GetProperty("Extracted").GetInt32(), json.RootElement.GetProperty("Skipped").GetInt32()));
        Assert.True(json.RootElement.GetProperty("framesHeld").GetInt32() <= json.RootElement.GetProperty("framesHeldLimit").GetInt32());

        await RunAsync("--videos", Videos, "--out", whole, "--batch", "2");
        using FeatureStore ours = FeatureStore.Open(killed), theirs = FeatureStore.Open(whole);
        Assert.Equal(theirs.Videos.Order(), ours.Videos.Order());
        Assert.All(theirs.Videos, v => Assert.Equal(theirs.Read(v, "local").Values, ours.Read(v, "local").Values));
    }

    [Fact]
    public async Task Processes_share_a_store_and_broken_videos_are_listed_at_the_end_with_exit_code_1()
    {
        MakeVideos(5);
        File.WriteAllText(Path.Combine(Videos, "v2x.mp4"), "no video");
        string store = Path.Combine(_folder, "store");
        using Process first = Start("--videos", Videos, "--out", store, "--shard", "1/2"), second = Start("--videos", Videos, "--out", store, "--shard", "2/2");
        string errors = await first.StandardError.ReadToEndAsync() + await second.StandardError.ReadToEndAsync();
        await Task.WhenAll(first.WaitForExitAsync(), second.WaitForExitAsync());
        Assert.Equal([Shell.Fine, Shell.Failed], new[] { first.ExitCode, second.ExitCode }.Order());
        Assert.Contains("workbench: v2x: ", errors, StringComparison.Ordinal);
        Assert.Contains("1 of the videos could not be decoded", errors, StringComparison.Ordinal);
        using FeatureStore features = FeatureStore.Open(store);
        Assert.Equal(["v0", "v1", "v2", "v3", "v4"], features.Videos.Order());
    }

    [Theory]
    [InlineData("0/2")]
    [InlineData("3/2")]
    [InlineData("2")]
    [InlineData("a/b")]
    public async Task A_part_that_is_none_is_wrong_usage(string shard)
    {
        var (code, _, error) = await RunAsync("--videos", ".", "--out", ".", "--shard", shard);
        Assert.Equal(Shell.Usage, code);
        Assert.Contains($"'{shard}' was given", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_says_how_many_frames_are_held_and_which_weights_are_taken()
    {
        var (code, output, _) = await RunAsync("--help");
        Assert.Equal(Shell.Fine, code);
        string text = string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches(@"No more than decoders × 3 × batch decoded frames are ever held: \d+ here", text);
        Assert.Contains("TorchScript", text, StringComparison.Ordinal);
        Assert.Contains("bf16", text, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = await Shell.RunAsync(All.Create(), ["extract", .. args], output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    private static Process Start(params string[] args)
    {
        ProcessStartInfo start = new(Environment.ProcessPath ?? "dotnet", [typeof(Shell).Assembly.Location, "extract", .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) != "dotnet")
            start.FileName = "dotnet";
        return Process.Start(start)!;
    }

    /// <summary>Videos that are in the store for good.</summary>
    private static int Stored(string store)
    {
        try
        {
            using FeatureStore features = FeatureStore.Open(store);
            return features.Videos.Count;
        }
        catch (DataFormatException)
        {
            return 0; // Not begun.
        }
    }

    private void MakeVideos(int count)
    {
        Directory.CreateDirectory(Videos);
        for (int i = 0; i < count; i++)
        {
            using Process ffmpeg = Process.Start("ffmpeg", [
                "-loglevel", "error", "-nostdin", "-f", "lavfi", "-i", $"testsrc=size=64x48:rate=5:duration={4 + i}", "-pix_fmt", "yuv420p", "-y", Path.Combine(Videos, $"v{i}.mp4")]);
            ffmpeg.WaitForExit();
            Assert.Equal(0, ffmpeg.ExitCode);
        }
    }
}
