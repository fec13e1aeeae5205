using System.Text.Json;
using Workbench.Cli.Commands;

namespace Workbench.Cli.Tests;

public class EvaluateCommandTests
{
    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = await Shell.RunAsync(All.Create(), ["evaluate", .. args], output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    private static string Data(string boxes = """{"v": {"1": [300, 200, 400, 300], "2": [0, 0, 200, 200]}}""")
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory("workbench-test-").FullName, "GroundingYouTube");
        Directory.CreateDirectory(folder);
        void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
        Write("seg.json", """{"v": [{"segment": [0, 4], "id": 0, "sentence": "cut_egg"}, {"segment": [4, 8], "id": 1, "sentence": "stir_egg"}]}""");
        Write("id2wh.json", """{"v": [1280, 720]}""");
        Write("id2wh_new.json", """{"v": [640, 480]}""");
        Write("vid2step.json", """{"v": ["cut egg", "stir egg", "background"]}""");
        Write("id2xy_box_agree.json", boxes);
        return Path.GetDirectoryName(folder)!;
    }

    [Fact]
    public async Task The_centre_as_json()
    {
        var (code, output, error) = await RunAsync("--predictor", "centre", "--task", "spatial", "--data", Data(), "--json");
        Assert.Equal((Shell.Fine, ""), (code, error));
        using var json = JsonDocument.Parse(output);
        var run = json.RootElement[0];
        Assert.Equal(50, run.GetProperty("metrics").GetProperty("pointing %").GetDouble());
        Assert.Equal(2, run.GetProperty("counts").GetProperty("frames").GetInt32());
    }

    [Fact]
    public async Task Uniform_splits_as_a_table()
    {
        var (code, output, _) = await RunAsync("--predictor", "uniform-order", "--task", "temporal", "--data", Data());
        Assert.Equal(Shell.Fine, code);
        Assert.Contains("background: transcript", output);
        Assert.Contains("100.00", output);
    }

    [Theory]
    [InlineData("centre", "temporal")]
    [InlineData("uniform-order", "spatial")]
    [InlineData("oracle", "spatial")]
    [InlineData("moments", "temporal")]
    [InlineData("centre", "moments")]
    public async Task A_predictor_that_does_not_fit_the_task_is_wrong_usage(string predictor, string task)
    {
        var (code, _, error) = await RunAsync("--predictor", predictor, "--task", task, "--data", ".");
        Assert.Equal(Shell.Usage, code);
        Assert.Contains(predictor, error);
    }

    [Theory]
    [InlineData("best-moments")]
    [InlineData("all")]
    public async Task Moments_of_sentences_need_no_task(string predictor)
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory("workbench-test-").FullName, "TACoS");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "train.json"), $$"""{{{string.Join(", ", Enumerable.Range(0, 6).Select(i => $$"""
            "v{{i}}": {"fps": 2, "num_frames": 20, "timestamps": [[0, 10]], "sentences": ["a"]}
            """))}}}""");
        var (code, output, error) = await RunAsync("--predictor", predictor, "--json", "--data", Path.GetDirectoryName(folder)!);
        Assert.Equal((Shell.Fine, ""), (code, error));
        using var json = JsonDocument.Parse(output);
        Assert.Equal(predictor == "all" ? 4 : 1, json.RootElement.GetArrayLength());
        var best = json.RootElement.EnumerateArray().Single(run => run.GetProperty("recipe").GetProperty("predictor").GetString() == "best-moments");
        Assert.Equal(100, best.GetProperty("metrics").GetProperty("Rank1@0.7 %").GetDouble());
        Assert.Equal("other videos of the split, 5 parts", best.GetProperty("recipe").GetProperty("fitted").GetString());
    }

    [Fact]
    public async Task A_missing_folder_and_a_broken_box_are_one_clear_line()
    {
        var missing = await RunAsync("--predictor", "centre", "--data", "/nowhere");
        Assert.Equal(Shell.Failed, missing.Code);
        Assert.Contains("/nowhere", Assert.Single(missing.Error.TrimEnd().Split('\n')));
        var broken = await RunAsync("--predictor", "centre", "--data", Data("""{"v": {"1": [1, 2, 3]}}"""));
        Assert.Equal(Shell.Failed, broken.Code);
        Assert.Contains("id2xy_box_agree.json", Assert.Single(broken.Error.TrimEnd().Split('\n')));
    }

    [Fact]
    public async Task With_skip_bad_the_wrong_entries_are_listed_and_the_rest_is_scored()
    {
        var (code, output, error) = await RunAsync("--predictor", "centre", "--skip-bad", "--json", "--data", Data("""{"v": {"1": [1, 2, 3], "2": [300, 200, 400, 300], "3": [9, 0, 5, 7]}}"""));
        Assert.Equal(Shell.Fine, code);
        string[] lines = error.TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("left out: ", line));
        Assert.Contains("entry 'v'.3: [left, top, right, bottom] was expected; the corners of [9, 0, 5, 7] are swapped", lines[1]);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(1, json.RootElement[0].GetProperty("counts").GetProperty("frames").GetInt32());
    }
}
