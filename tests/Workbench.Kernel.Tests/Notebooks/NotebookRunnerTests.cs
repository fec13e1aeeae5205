using System.Text.Json.Nodes;
using Workbench.Data;
using Workbench.Kernel.Engine;
using Workbench.Kernel.Notebooks;

namespace Workbench.Kernel.Tests.Notebooks;

public sealed class NotebookRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Outputs_are_written_back_and_a_second_run_changes_no_byte()
    {
        string path = TestNotebook.Write(_folder.File("a.ipynb"), "Console.WriteLine(\"é 😀\");\n1.5", "new[] { new { A = 1, B = \"x\" } }");
        Assert.Equal(RunStatus.Passed, Run(path).Status);
        string first = File.ReadAllText(path);
        NotebookCell[] cells = [.. NotebookFile.Read(path).Cells.Where(c => c.IsCode)];
        Assert.Equal(["stream", "execute_result"], cells[0].Outputs.Select(o => (string?)o!["output_type"]));
        Assert.Equal("é 😀\n", NotebookCell.Joined(cells[0].Outputs[0]!["text"]));
        Assert.Contains("<table>", NotebookCell.Joined(cells[1].Outputs[0]!["data"]!["text/html"]), StringComparison.Ordinal);
        Assert.Equal(2, (int?)cells[1].Json["execution_count"]);
        Run(path);
        Assert.Equal(first, File.ReadAllText(path));
    }

    [Fact]
    public void A_failing_notebook_stays_as_it_was_and_its_outputs_go_elsewhere()
    {
        string path = TestNotebook.Write(_folder.File("a.ipynb"), "1", "int zero = 0;\n1 / zero", "3");
        string before = File.ReadAllText(path), failed = _folder.File("failed.ipynb");
        NotebookRun run = Run(path, o => o with { WriteFailedTo = failed });
        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.StartsWith("cell 2: DivideByZeroException: ", Assert.Single(run.Problems), StringComparison.Ordinal);
        Assert.Contains("Cell In[2], line 2", run.Problems[0], StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(path));
        NotebookCell[] cells = [.. NotebookFile.Read(failed).Cells.Where(c => c.IsCode)];
        Assert.Equal("error", (string?)cells[1].Outputs[0]!["output_type"]);
        Assert.Null(cells[2].Json["execution_count"]);
    }

    [Fact]
    public void A_cell_tagged_raises_exception_must_fail()
    {
        Assert.Equal(RunStatus.Passed, Run(TestNotebook.Write(_folder.File("a.ipynb"), "[raises-exception] throw new Exception();", "1")).Status);
        NotebookRun run = Run(TestNotebook.Write(_folder.File("b.ipynb"), "[raises-exception] 1"));
        Assert.Equal(["cell 1: is tagged raises-exception, but did not fail"], run.Problems);
    }

    [Fact]
    public void Parameters_are_set_behind_the_cell_that_declares_them_and_go_again()
    {
        string path = TestNotebook.Write(_folder.File("a.ipynb"), "[parameters] string profile = \"quick\"; int n = 2; var rate = 0.5;", "$\"{profile} {n} {rate}\"");
        Dictionary<string, string> values = new() { ["profile"] = "a \"b\"", ["n"] = "-3", ["rate"] = "1e-2" };
        Assert.Equal(RunStatus.Passed, Run(path, o => o with { Parameters = values }).Status);
        NotebookCell[] cells = [.. NotebookFile.Read(path).Cells.Where(c => c.IsCode)];
        Assert.Equal(["injected-parameters"], cells[1].Tags);
        Assert.Equal("a \"b\" -3 0.01", NotebookCell.Joined(cells[2].Outputs[0]!["data"]!["text/plain"]));
        Run(path);
        cells = [.. NotebookFile.Read(path).Cells.Where(c => c.IsCode)];
        Assert.Equal(2, cells.Length);
        Assert.Equal("quick 2 0.5", NotebookCell.Joined(cells[1].Outputs[0]!["data"]!["text/plain"]));
    }

    [Theory]
    [InlineData("n", "many", "whole number")]
    [InlineData("m", "1", "has no parameter 'm'")]
    public void A_parameter_that_does_not_exist_or_fit_is_refused(string name, string value, string words)
    {
        string path = TestNotebook.Write(_folder.File("a.ipynb"), "[parameters] int n = 2;");
        var error = Assert.Throws<ArgumentException>(() => Run(path, o => o with { Parameters = new Dictionary<string, string> { [name] = value } }));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_goes_to_the_notebooks_that_have_its_parameter_and_one_for_none_is_refused()
    {
        string[] files =
        [
            TestNotebook.Write(_folder.File("a.ipynb"), "[parameters] int n = 2; string profile = \"quick\";"),
            TestNotebook.Write(_folder.File("b.ipynb"), "[parameters] string profile = \"quick\";"),
            TestNotebook.Write(_folder.File("c.ipynb"), "1 + 1"),
        ];
        Dictionary<string, Dictionary<string, string>> own = NotebookParameters.OfEach(files, new Dictionary<string, string> { ["profile"] = "smoke", ["n"] = "3" });
        Assert.Equal([2, 1, 0], files.Select(f => own[f].Count));
        Assert.Equal("smoke", own[files[1]]["profile"]);
        var error = Assert.Throws<ArgumentException>(() => NotebookParameters.OfEach(files, new Dictionary<string, string> { ["m"] = "1" }));
        Assert.Contains("No notebook has a parameter 'm'; there are n, profile", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_finds_what_changed_and_writes_nothing()
    {
        string path = TestNotebook.Write(_folder.File("a.ipynb"), "Console.WriteLine(\"took 12 ms\"); 0.5", "Guid.NewGuid()", "\"word\"");
        Run(path);
        Assert.Equal(RunStatus.Passed, Run(path, o => o with { Check = true, WriteTo = null }).Status);
        Store(path, [("took 7.5 s\n", 0), ("0.50001", 0)]);
        Assert.Equal(RunStatus.Passed, Run(path, o => o with { Check = true, WriteTo = null }).Status);
        Store(path, [("took 7.5 s\n", 0), ("0.6", 0), ("other", 2)]);
        string before = File.ReadAllText(path);
        NotebookRun run = Run(path, o => o with { Check = true, WriteTo = null });
        Assert.Equal(RunStatus.Different, run.Status);
        Assert.Equal(
            ["cell 1, output 2: text/plain: line 1: stored \"0.6\", now \"0.5\"", "cell 3, output 1: text/plain: line 1: stored \"other\", now \"word\""],
            run.Problems);
        Assert.Equal(before, File.ReadAllText(path));
    }

    [Fact]
    public void A_cell_that_takes_too_long_is_stopped()
    {
        NotebookRun run = Run(TestNotebook.Write(_folder.File("a.ipynb"), "while (true) { }"), o => o with { CellTimeout = 0.5 });
        Assert.Equal(["cell 1: took longer than 0.5 s"], run.Problems);
    }

    [Fact]
    public void A_question_to_nobody_is_an_error_that_says_what_to_do()
    {
        NotebookRun run = Run(TestNotebook.Write(_folder.File("a.ipynb"), "await Kernel.GetInputAsync(\"name?\")"));
        Assert.Contains("--set", Assert.Single(run.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "JSON was expected")]
    [InlineData("{\"nbformat\": 3, \"cells\": []}", "4 was expected, not 3")]
    [InlineData("{\"nbformat\": 4}", "a list of cells was expected")]
    public void A_file_that_is_no_notebook_is_named(string text, string words)
    {
        File.WriteAllText(_folder.File("a.ipynb"), text);
        var error = Assert.Throws<DataFormatException>(() => Run(_folder.File("a.ipynb")));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_of_this_machine_do_not_get_into_the_file()
    {
        string path = TestNotebook.Write(_folder.File("a.ipynb"), "Path.Combine(WorkbenchPaths.Locate().Root, \"data\", \"x\")", "Path.GetTempPath() + \"y\"");
        Run(path);
        string[] values = [.. NotebookFile.Read(path).Cells.Where(c => c.IsCode).Select(c => NotebookCell.Joined(c.Outputs[0]!["data"]!["text/plain"]))];
        Assert.Equal(["data/x", "(temp)/y"], values);
    }

    /// <summary>Replaces stored outputs: the text, and the code cell it belongs to, in the order of the outputs.</summary>
    private static void Store(string path, (string Text, int Cell)[] outputs)
    {
        NotebookFile notebook = NotebookFile.Read(path);
        NotebookCell[] cells = [.. notebook.Cells.Where(c => c.IsCode)];
        foreach (var group in outputs.GroupBy(o => o.Cell))
        {
            foreach ((string text, int i) in group.Select((o, i) => (o.Text, i)))
            {
                var output = (JsonObject)cells[group.Key].Outputs[i]!;
                if (output["data"] is JsonObject data)
                    data["text/plain"] = NotebookCell.Lines(text);
                else
                    output["text"] = NotebookCell.Lines(text);
            }
        }
        notebook.Write(path);
    }

    private static NotebookRun Run(string path, Func<RunOptions, RunOptions>? change = null)
    {
        RunOptions options = new() { Path = path, WriteTo = path };
        return new NotebookRunner(change is null ? options : change(options)).Run(new SessionOptions());
    }
}
