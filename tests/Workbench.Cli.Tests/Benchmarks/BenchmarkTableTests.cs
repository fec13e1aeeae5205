using Workbench.Cli.Benchmarks;

namespace Workbench.Cli.Tests.Benchmarks;

public sealed class BenchmarkTableTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workbench-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_page_has_a_row_for_every_file_its_goals_and_what_limits_it()
    {
        var files = new BenchmarkFiles(_folder);
        files.Write("dispatch", new BenchmarkResult
        {
            Name = "dispatch",
            About = "additions",
            Peer = "Python",
            OursMilliseconds = [2, 2],
            PeerMilliseconds = [2, 2],
            AtLeast = 1.3,
            Aim = 2,
            OursMemoryMiB = 3,
            Difference = 0,
            Note = "The limit.",
            Host = new("processor", 2, 8, "system", "X64", ".NET", "1.13"),
            Threads = 2,
            Commit = new string('a', 40),
        });
        string page = BenchmarkTable.Write(files, Catalogue.All, ["## A section\n"]);
        Assert.Equal(page, File.ReadAllText(Path.Combine(_folder, "README.md")));
        Assert.Contains("| additions | 2.0 ± 0 % | 2.0 ± 0 % | **1.00** | 1.3× | 2× | **missed** | 3 |  |  | 0.0e0 |", page, StringComparison.Ordinal);
        Assert.Contains("- **dispatch**, against Python: 1.00 does not reach the 1.3× asked for. The limit.", page, StringComparison.Ordinal);
        Assert.Contains("## A section", page, StringComparison.Ordinal);
        Assert.Contains("commit aaaaaaaaaaaa.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_benchmark_has_a_name_of_its_own_and_its_peers_script()
    {
        Assert.Equal(Catalogue.All.Count, Catalogue.All.Select(b => b.Name).Distinct().Count());
        string root = WorkbenchPaths.Locate().Root;
        Assert.All(Catalogue.All.Where(b => b.Script is not null), b => Assert.True(File.Exists(Path.Combine(root, "tests", "peers", b.Script + ".py")), b.Script));
        Assert.Contains("There is no benchmark 'x'", Assert.Throws<ArgumentException>(() => Catalogue.Find("x")).Message, StringComparison.Ordinal);
        Assert.Contains("B=4, R=98, K=10, d=512", Catalogue.Find("local-loss:4,98,10").About, StringComparison.Ordinal);
    }
}
