using System.CommandLine;
using System.Globalization;
using Workbench.Kernel.Notebooks;

namespace Workbench.Cli.Commands;

/// <summary><c>workbench notebooks run</c>: notebooks from top to bottom, without a client.</summary>
internal static class NotebooksCommand
{
    public static Command Create() => new("notebooks", "Run notebooks without Jupyter.") { CreateRun(), CreateIndex() };

    private static Command CreateIndex()
    {
        Command command = new("index", "Write notebooks/README.md, the list of the notebooks, from their first cells and pictures.");
        command.SetAction(parsed =>
        {
            string folder = Path.Combine(WorkbenchPaths.Locate().Root, "notebooks");
            parsed.InvocationConfiguration.Output.WriteLine($"{NotebookIndex.Write(folder)} notebooks in {Path.Combine("notebooks", "README.md")}");
            return Shell.Fine;
        });
        return command;
    }

    private static Command CreateRun()
    {
        Argument<string[]> paths = new("path") { Description = "Notebooks, or folders of them. Default: notebooks/.", Arity = ArgumentArity.ZeroOrMore };
        Option<int> jobs = new("--jobs", "-j") { Description = "Notebooks at the same time.", DefaultValueFactory = _ => 1 };
        Option<string[]> set = new("--set") { Description = "A parameter, as name=value, for every notebook that has it; repeat for more.", DefaultValueFactory = _ => [] };
        Option<bool> check = new("--check") { Description = "Compare with the stored outputs instead of writing new ones." };
        Option<double> tolerance = new("--tolerance") { Description = "Relative tolerance of --check for numbers that are not whole.", DefaultValueFactory = _ => 1e-3 };
        Option<bool> noWrite = new("--no-write") { Description = "Only run; write nothing." };
        Option<DirectoryInfo?> output = new("--out") { Description = "Write the executed notebooks to this folder instead of in place." };
        Option<double> timeout = new("--timeout") { Description = "Seconds that one cell may take; 0 is no limit.", DefaultValueFactory = _ => 0 };
        Option<bool> keepGoing = new("--keep-going") { Description = "After a failed cell run those behind it too." };
        Option<bool> stop = new("--stop-on-error") { Description = "Begin no further notebook after one has failed." };
        Command command = new("run", "Run notebooks and write their outputs back. A notebook with a failed cell stays as it was, unless the cell is tagged raises-exception.")
        {
            paths, jobs, set, check, tolerance, noWrite, output, timeout, keepGoing, stop,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            WorkbenchPaths places = WorkbenchPaths.Locate();
            IReadOnlyList<string> files = NotebookPaths.Find(parsed.GetValue(paths) is { Length: > 0 } named ? named : [Path.Combine(places.Root, "notebooks")]);
            Dictionary<string, string> parameters = Parameters(parsed.GetValue(set) ?? []);
            bool writes = !parsed.GetValue(check) && !parsed.GetValue(noWrite);
            string failed = Path.Combine(places.Cache, "notebooks");
            Dictionary<string, Dictionary<string, string>> own = NotebookParameters.OfEach(files, parameters);
            IEnumerable<RunOptions> runs = files.Select(file => new RunOptions
            {
                Path = file,
                WriteTo = !writes ? null : parsed.GetValue(output) is { } folder ? Path.Combine(folder.FullName, Path.GetFileName(file)) : file,
                WriteFailedTo = Path.Combine(failed, Path.GetFileNameWithoutExtension(file) + ".failed.ipynb"),
                Parameters = own[file],
                Check = parsed.GetValue(check),
                Tolerance = parsed.GetValue(tolerance),
                CellTimeout = parsed.GetValue(timeout),
                KeepGoing = parsed.GetValue(keepGoing),
            });
            BatchOptions options = new() { Jobs = parsed.GetValue(jobs), StopOnError = parsed.GetValue(stop) };
            TextWriter writer = parsed.InvocationConfiguration.Output;
            IReadOnlyList<NotebookRun> results = await ConsoleProgress.RunAsync(
                progress => new NotebookBatch(options, progress).RunAsync(runs, run => Print(writer, run), cancellation)).ConfigureAwait(false);
            int passed = results.Count(r => r.Status == RunStatus.Passed), left = files.Count - results.Count;
            await writer.WriteLineAsync($"{passed} passed, {results.Count - passed} failed{(left > 0 ? $", {left} not run" : "")}").ConfigureAwait(false);
            return passed == files.Count ? Shell.Fine : Shell.Failed;
        });
        return command;
    }

    private static Dictionary<string, string> Parameters(IEnumerable<string> settings)
    {
        Dictionary<string, string> parameters = [];
        foreach (string setting in settings)
        {
            int at = setting.IndexOf('=', StringComparison.Ordinal);
            if (at < 1)
                throw new ArgumentException($"--set: name=value was expected, not '{setting}'.");
            parameters[setting[..at].Trim()] = setting[(at + 1)..];
        }
        return parameters;
    }

    private static void Print(TextWriter writer, NotebookRun run)
    {
        string status = run.Status switch
        {
            RunStatus.Passed => "passed",
            RunStatus.Failed => "FAILED",
            RunStatus.Different => "DIFFERENT",
            _ => "interrupted",
        };
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{status,-11} {Path.GetFileName(run.Path)}  ({run.CodeCells} code cells, {run.Seconds:0.0} s)"));
        foreach (string problem in run.Problems)
            writer.WriteLine("  " + problem.Replace("\n", "\n    ", StringComparison.Ordinal));
    }
}
