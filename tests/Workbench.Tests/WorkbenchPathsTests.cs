namespace Workbench.Tests;

public sealed class WorkbenchPathsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_launcher_s_word_counts_before_all_else()
    {
        _folder.Write("named/Workbench.sln", "");
        _folder.Write("other/Workbench.sln", "");
        Assert.Equal(_folder.File("named"), WorkbenchPaths.Locate(_folder.File("named"), _folder.File("other")).Root);
    }

    [Fact]
    public void Without_it_the_nearest_solution_upwards_is_taken()
    {
        _folder.Write("a/Workbench.sln", "");
        _folder.Write("a/b/Workbench.sln", "");
        _folder.Write("a/b/c/d/x.txt", "");
        WorkbenchPaths paths = WorkbenchPaths.Locate(null, _folder.File("a/b/c/d"));
        Assert.Equal(_folder.File("a/b"), paths.Root);
        Assert.Equal(_folder.File("a/b/results/runs"), paths.Runs);
    }

    [Fact]
    public void The_second_start_is_tried_when_the_first_leads_nowhere()
    {
        _folder.Write("a/Workbench.sln", "");
        Assert.Equal(_folder.File("a"), WorkbenchPaths.Locate(null, "/", _folder.File("a")).Root);
    }

    [Fact]
    public void A_wrong_word_and_no_solution_at_all_are_named()
    {
        var wrong = Assert.Throws<DirectoryNotFoundException>(() => WorkbenchPaths.Locate(_folder.Path, _folder.Path));
        Assert.Contains($"WORKBENCH_ROOT is {_folder.Path}", wrong.Message, StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => WorkbenchPaths.Locate(null, _folder.Path));
    }
}
