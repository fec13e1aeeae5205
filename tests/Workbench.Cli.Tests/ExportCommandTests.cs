using Workbench.Cli.Commands;

namespace Workbench.Cli.Tests;

public sealed class ExportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workbench-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        int code = await Shell.RunAsync(All.Create(), ["export", .. arguments], output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    [Fact]
    public async Task A_table_is_written_as_LaTeX_and_CSV_and_the_paths_are_printed()
    {
        (int code, string output, _) = await Run("--table", "6", "--format", "tex,csv", "--out", _folder, "--width", "single");
        Assert.Equal(0, code);
        string[] files = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(path => path.Trim())];
        Assert.Contains(files, path => path.EndsWith(".tex", StringComparison.Ordinal));
        Assert.All(files, path => Assert.True(File.Exists(path), path));
        string latex = File.ReadAllText(files.First(path => path.EndsWith(".tex", StringComparison.Ordinal)));
        Assert.Contains("\\begin{table}", latex, StringComparison.Ordinal);
        Assert.Contains("19.45", latex, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(2, "--table", "6", "--font", "99")]
    [InlineData(1, "--table", "6", "--width", "wide")]
    [InlineData(1, "--table", "6", "--format", "gif")]
    [InlineData(1, "--table", "nonsense")]
    [InlineData(1, "--figure", "nonsense")]
    public async Task Wrong_use_ends_in_a_line_and_a_code(int expected, params string[] arguments)
    {
        (int code, string output, string error) = await Run(arguments.Length > 0 ? [.. arguments, "--out", _folder] : []);
        Assert.Equal(expected, code);
        Assert.Equal("", output);
        Assert.NotEqual("", error);
        Assert.DoesNotContain("bug in the workbench", error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task What_there_is_can_be_listed()
    {
        (int code, string output, _) = await Run("--list");
        Assert.Equal(0, code);
        Assert.Contains("table6-", output, StringComparison.Ordinal);
        Assert.Contains("bars", output, StringComparison.Ordinal);
    }
}
