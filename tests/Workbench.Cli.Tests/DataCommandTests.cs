using System.Text.Json;
using Workbench.Cli.Commands;

namespace Workbench.Cli.Tests;

public sealed class DataCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workbench-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = await Shell.RunAsync(All.Create(), ["data", "inspect", .. args], output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    private string Write(string text)
    {
        string path = Path.Combine(_folder, "val.json");
        File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public async Task Counts_and_problems_are_lines_and_the_exit_code_tells_of_problems()
    {
        var (code, output, error) = await RunAsync(Write("""{"v": {"duration": 9, "timestamps": [[1, 3], [5, 4]], "sentences": ["a", "b"]}, "w": {}}"""));
        Assert.Equal((Shell.Failed, ""), (code, error));
        string[] lines = output.TrimEnd().Split('\n');
        Assert.StartsWith("ActivityNetCaptions", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("  sentences ", StringComparison.Ordinal) && line.EndsWith(" 1", StringComparison.Ordinal));
        Assert.Equal(2, lines.Count(line => line.StartsWith("  problem: ", StringComparison.Ordinal)));
        Assert.Equal(Shell.Fine, (await RunAsync(Write("""{"v": {"duration": 9, "timestamps": [[1, 3]], "sentences": ["a"]}}"""))).Code);
    }

    [Fact]
    public async Task The_same_as_json_and_by_a_named_format()
    {
        string path = Write("""{"v": {"duration": 9, "timestamps": [[1, 3]], "sentences": ["a"]}}""");
        using var json = JsonDocument.Parse((await RunAsync(path, "--json")).Output);
        Assert.Equal(("ActivityNetCaptions", 1), (json.RootElement.GetProperty("kind").GetString(), json.RootElement.GetProperty("counts").GetProperty("sentences").GetInt32()));
        using var other = JsonDocument.Parse((await RunAsync(path, "--json", "--as", "TACoS")).Output);
        Assert.Contains("field 'fps' was expected", other.RootElement.GetProperty("problems")[0].GetString());
    }

    [Fact]
    public async Task What_is_nothing_known_is_one_line()
    {
        var (code, output, error) = await RunAsync(Write("""{"v": 3}"""));
        Assert.Equal((Shell.Failed, ""), (code, output));
        Assert.Contains("--as", Assert.Single(error.TrimEnd().Split('\n')));
    }
}
