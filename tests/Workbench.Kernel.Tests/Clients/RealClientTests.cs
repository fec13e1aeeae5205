using System.Text.Json.Nodes;
using Workbench.Kernel.Engine;
using Workbench.Kernel.Notebooks;
using Workbench.Kernel.Tests.Notebooks;

namespace Workbench.Kernel.Tests.Clients;

public sealed class RealClientTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [ClientFact("jupyter-nbconvert")]
    public async Task Nbconvert_gives_the_outputs_that_the_runner_gives()
    {
        string path = Notebook();
        await RealClient.RunAsync(_folder.Path, "jupyter-nbconvert", "--to", "notebook", "--execute", "--output", "executed.ipynb", path);
        AssertSameOutputs(path, _folder.File("executed.ipynb"));
    }

    [ClientFact("jupyter-nbconvert")]
    public async Task Nbconvert_makes_a_page_with_the_table_and_the_traceback()
    {
        await RealClient.RunAsync(_folder.Path, "jupyter-nbconvert", "--to", "html", "--execute", "--output", "page.html", Notebook());
        string page = await File.ReadAllTextAsync(_folder.File("page.html"));
        Assert.Contains("<th>Name</th><th>Value</th>", page, StringComparison.Ordinal);
        Assert.Contains("Cell In[5], line 2", page, StringComparison.Ordinal);
    }

    // Debian's jupyter-execute keeps no outputs, so the notebook leaves a file.
    [ClientFact("jupyter-execute")]
    public async Task Jupyter_execute_runs_a_notebook_from_top_to_bottom_in_its_folder()
    {
        string path = Notebook(
            "int n = 20;", "[raises-exception] throw new Exception();", "File.WriteAllText(\"proof.txt\", $\"{n + 22}\");");
        await RealClient.RunAsync(_folder.Path, "jupyter-execute", path);
        Assert.Equal("42", await File.ReadAllTextAsync(_folder.File("proof.txt")));
    }

    [ClientFact("vscode")]
    public async Task The_libraries_of_VS_Code_run_a_session()
    {
        string said = await RealClient.RunAsync(_folder.Path, "node", Path.Combine(RealClient.Scripts, "vscode_stack.cjs"), RealClient.Program, "session");
        Assert.Contains("ok variables after the interrupt", said, StringComparison.Ordinal);
    }

    [ClientFact("vscode")]
    public async Task The_libraries_of_VS_Code_connect_twenty_times_in_a_row()
    {
        string said = await RealClient.RunAsync(_folder.Path, "node", Path.Combine(RealClient.Scripts, "vscode_stack.cjs"), RealClient.Program, "starts", "20");
        Assert.Contains("ok 20 starts in a row", said, StringComparison.Ordinal);
    }

    private string Notebook() => Notebook(
            "Console.WriteLine(\"é 😀\"); Console.Error.WriteLine(\"e\");\nrecord Row(string Name, double Value);",
            "new[] { new Row(\"a\", 1.5), new Row(\"b\", 22) }",
            "var d = display(\"first\"); d.Update(\"second\"); HTML(\"<b>x</b>\")",
            "using Workbench.Data;\n#!markdown\n**b**",
            "[raises-exception] int zero = 0;\n1 / zero",
            "display(System.Text.Json.Nodes.JsonNode.Parse(\"{\\\"data\\\": [1.5]}\"), \"application/vnd.plotly.v1+json\"); await Task.Delay(1); 7");

    /// <summary>A notebook that names our kernel.</summary>
    private string Notebook(params string[] cells)
    {
        string path = TestNotebook.Write(_folder.File("a.ipynb"), cells);
        var notebook = NotebookFile.Read(path);
        notebook.Normalise();
        notebook.Write(path);
        return path;
    }

    /// <summary>Runs the notebook here and compares with what a client has stored.</summary>
    private static void AssertSameOutputs(string path, string executed)
    {
        Assert.Equal(RunStatus.Passed, new NotebookRunner(new RunOptions { Path = path, WriteTo = path }).Run(new SessionOptions()).Status);
        var stored = JsonNode.Parse(File.ReadAllText(executed))!;
        Assert.All(stored["cells"]!.AsArray().Where(c => (string?)c!["cell_type"] == "code"), c => Assert.NotNull(c!["execution_count"]));
        Assert.Empty(OutputComparison.Compare(stored.ToJsonString(), NotebookFile.Read(path), 0));
    }
}
