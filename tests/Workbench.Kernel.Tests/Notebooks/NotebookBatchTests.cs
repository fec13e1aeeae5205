using Workbench.Kernel.Notebooks;

namespace Workbench.Kernel.Tests.Notebooks;

public sealed class NotebookBatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Notebooks_run_in_processes_of_their_own_and_one_that_dies_harms_no_other()
    {
        string good = Notebook("good", "Environment.ProcessId.ToString().Length > 0", "Console.Write(Path.GetFileName(Environment.CurrentDirectory).Length > 0);");
        string dying = Notebook("dying", "1", "Environment.FailFast(\"gone\");");
        string broken = _folder.File("broken.ipynb");
        File.WriteAllText(broken, "{");
        string before = File.ReadAllText(dying);
        var runs = (await RunAsync(2, false, default, good, dying, broken)).ToDictionary(r => Path.GetFileNameWithoutExtension(r.Path));
        Assert.Equal(RunStatus.Passed, runs["good"].Status);
        Assert.Contains("in cell 2 of 2", Assert.Single(runs["dying"].Problems), StringComparison.Ordinal);
        Assert.Contains("JSON was expected", Assert.Single(runs["broken"].Problems), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(dying));
        Assert.Contains("\"execution_count\": 2", File.ReadAllText(good), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_failure_no_further_one_begins_when_that_is_asked()
    {
        IReadOnlyList<NotebookRun> runs = await RunAsync(1, true, default, Notebook("a", "throw new Exception();"), Notebook("b", "1"));
        Assert.Equal("a", Path.GetFileNameWithoutExtension(Assert.Single(runs).Path));
    }

    [Fact]
    public async Task A_run_that_is_interrupted_leaves_the_file_as_it_was()
    {
        string path = Notebook("a", "File.WriteAllText(\"started\", \"\"); while (true) { }");
        string before = File.ReadAllText(path);
        using CancellationTokenSource stop = new();
        Task<IReadOnlyList<NotebookRun>> running = RunAsync(1, false, stop.Token, path);
        while (!File.Exists(_folder.File("started")) && !running.IsCompleted)
            await Task.Delay(20);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(before, File.ReadAllText(path));
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.Path), f => f.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void Folders_mean_their_notebooks_in_order()
    {
        string b = Notebook("02-b", "1"), a = Notebook("01-a", "1");
        File.WriteAllText(_folder.File("x.txt"), "");
        Assert.Equal([a, b], NotebookPaths.Find([_folder.Path, b]));
        Assert.Throws<FileNotFoundException>(() => NotebookPaths.Find([_folder.File("none.ipynb")]));
    }

    private string Notebook(string name, params string[] cells) => TestNotebook.Write(_folder.File(name + ".ipynb"), cells);

    private static async Task<IReadOnlyList<NotebookRun>> RunAsync(int jobs, bool stop, CancellationToken cancellation, params string[] paths) =>
        await new NotebookBatch(new BatchOptions { Jobs = jobs, StopOnError = stop }, new Progress<ProgressReport>())
            .RunAsync(paths.Select(p => new RunOptions { Path = p, WriteTo = p }), _ => { }, cancellation);
}
