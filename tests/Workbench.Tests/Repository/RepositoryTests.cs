using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workbench.Tests.Repository;

/// <summary>What a stranger may rely on: the fixed top level, files one can read in a sitting, no trace of a machine, generated files complete.</summary>
public partial class RepositoryTests
{
    private const int MostLines = 400;

    private static readonly string[] Required =
        ["Directory.Build.props", "Directory.Packages.props", "LICENSE", "README.md", "Workbench.sln", "environment.md", "global.json", "src", "tests", "workbench"];

    private static readonly string[] Allowed = [.. Required, "data", "notebooks", "results"];

    [Fact]
    public void The_top_level_is_as_the_design_fixes_it()
    {
        string[] top = [.. TrackedFiles.All.Select(path => path.Split('/')[0]).Distinct().Where(name => name[0] != '.')];
        Assert.Empty(top.Except(Allowed));
        Assert.Empty(Required.Except(top));
    }

    [Fact]
    public void No_source_file_is_longer_than_a_sitting()
    {
        string[] sources = [.. TrackedFiles.All.Where(path => path.StartsWith("src/", StringComparison.Ordinal) && SourceFile().IsMatch(path))];
        Assert.NotEmpty(sources);
        var offences = sources.Select(path => (path, Lines: TrackedFiles.Text(path)!.Count(c => c == '\n'))).Where(f => f.Lines > MostLines);
        Assert.Empty(offences);
    }

    [Fact]
    public void No_file_holds_a_machine_path_a_registry_host_or_an_address()
    {
        Assert.Contains("workbench", TrackedFiles.All);
        var offences = TrackedFiles.All
            .Select(path => (path, Found: TrackedFiles.Text(path) is { } text ? ForbiddenText.Find(text) : null))
            .Where(f => f.Found is not null)
            .Select(f => $"{f.path}:{f.Found}");
        Assert.Empty(offences);
    }

    [Fact]
    public void The_scripts_can_be_started()
    {
        if (OperatingSystem.IsWindows())
            return; // No such bit there.
        foreach (string script in (string[])["workbench", ".ci/run"])
            Assert.True(File.GetUnixFileMode(Path.Combine(TrackedFiles.Root, script)).HasFlag(UnixFileMode.UserExecute), $"{script} is not executable");
    }

    [Fact]
    public void Every_notebook_is_numbered_and_is_JSON()
    {
        foreach (string path in Under("notebooks/", ".ipynb"))
        {
            Assert.Matches(@"^notebooks/\d\d[-_][\w-]+\.ipynb$", path);
            using var document = JsonDocument.Parse(TrackedFiles.Text(path)!);
            Assert.True(document.RootElement.TryGetProperty("cells", out _), $"{path} has no cells");
        }
    }

    [Fact]
    public void Every_table_is_there_both_as_CSV_and_as_Markdown()
    {
        string[] csv = [.. Under("results/tables/", ".csv").Select(path => Path.ChangeExtension(path, null))];
        string[] markdown = [.. Under("results/tables/", ".md").Where(path => Path.GetFileName(path) != "README.md").Select(path => Path.ChangeExtension(path, null))];
        Assert.Equal(csv, markdown);
    }

    [Fact]
    public void Every_run_is_JSON()
    {
        foreach (string path in Under("results/runs/", ".json"))
            using (JsonDocument.Parse(TrackedFiles.Text(path)!)) { }
    }

    private static IEnumerable<string> Under(string folder, string extension) =>
        TrackedFiles.All.Where(path => path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(extension, StringComparison.Ordinal));

    [GeneratedRegex(@"\.(cs|cpp|cc|c|h|hpp)$")]
    private static partial Regex SourceFile();
}
