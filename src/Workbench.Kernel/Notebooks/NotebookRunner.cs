using System.Diagnostics;
using System.Text.Json.Nodes;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Notebooks;

/// <summary>Runs one notebook in this process, from top to bottom, by the engine that serves Jupyter clients too.</summary>
internal sealed class NotebookRunner(RunOptions options)
{
    /// <summary>The tag of a cell that is there to show an error.</summary>
    public const string RaisesTag = "raises-exception";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private volatile bool _stopped;

    /// <summary>Told before each code cell: which it is (from 1), of how many.</summary>
    public Action<int, int>? CellBegins { get; init; }

    /// <summary>The session while it runs.</summary>
    public NotebookSession? Session { get; private set; }

    /// <summary>Interrupts the running cell and ends the run behind it.</summary>
    public void Stop()
    {
        _stopped = true;
        Session?.Interrupt();
    }

    public NotebookRun Run(SessionOptions sessionOptions)
    {
        long start = Stopwatch.GetTimestamp();
        NotebookFile notebook = NotebookFile.Read(options.Path);
        NotebookParameters.Inject(notebook, options.Parameters);
        string? before = options.Check ? notebook.ToText() : null;
        NotebookCell[] cells = [.. notebook.Cells.Where(c => c.IsCode)];
        Dictionary<string, List<JsonObject>> displayed = [];
        OutputCollector[] outputs = [.. cells.Select(_ => new OutputCollector(displayed))];
        List<string> problems = [];
        int ran = 0;
        using (NotebookSession session = new(sessionOptions))
        {
            Session = session;
            for (; ran < cells.Length && !_stopped && (problems.Count == 0 || options.KeepGoing); ran++)
            {
                CellBegins?.Invoke(ran + 1, cells.Length);
                string? problem = RunCell(session, cells[ran], ran + 1, outputs[ran]);
                if (problem is not null)
                    problems.Add($"cell {ran + 1}: {problem}");
            }
            Session = null;
        }
        if (_stopped)
            return Result(RunStatus.Interrupted, [$"interrupted in cell {ran} of {cells.Length}; nothing was written"]);
        OutputNormaliser normaliser = new(Root());
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i].Json["execution_count"] = i < ran ? i + 1 : null;
            cells[i].Outputs = normaliser.Normalise(outputs[i].Outputs);
        }
        problems = [.. problems.Select(normaliser.Text)];
        notebook.Normalise();
        RunStatus status = problems.Count > 0 ? RunStatus.Failed : RunStatus.Passed;
        if (status == RunStatus.Passed && before is not null)
        {
            problems = [.. OutputComparison.Compare(before, notebook, options.Tolerance)];
            status = problems.Count > 0 ? RunStatus.Different : RunStatus.Passed;
        }
        if ((status == RunStatus.Passed ? options.WriteTo : options.WriteFailedTo) is { } target)
            notebook.Write(target);
        return Result(status, problems);

        NotebookRun Result(RunStatus status, IReadOnlyList<string> problems) =>
            new(options.Path, status, Stopwatch.GetElapsedTime(start).TotalSeconds, cells.Length, problems);
    }

    /// <summary>Null when the cell did what it should.</summary>
    private string? RunCell(NotebookSession session, NotebookCell cell, int number, OutputCollector output)
    {
        bool timedOut = false;
        using Timer? limit = options.CellTimeout <= 0 ? null : new Timer(
            _ =>
            {
                timedOut = true;
                session.Interrupt(); // Again, by force, while it does not help.
            },
            null, TimeSpan.FromSeconds(options.CellTimeout), s_patience);
        CellResult result = session.Execute(cell.Code, number, output);
        if (timedOut && !result.Ok)
            return $"took longer than {options.CellTimeout:0.#} s";
        bool raises = cell.Tags.Contains(RaisesTag);
        if (raises)
            return result.Ok ? $"is tagged {RaisesTag}, but did not fail" : null;
        return result.Error is { } error ? $"{error.Name}: {error.Value}\n{Plain(error)}" : null;
    }

    private static string Plain(CellError error) =>
        string.Join('\n', error.Traceback.Where(l => l.Contains("Cell In", StringComparison.Ordinal) || l.StartsWith("File ", StringComparison.Ordinal)));

    private static string? Root()
    {
        try
        {
            return WorkbenchPaths.Locate().Root;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
    }
}
