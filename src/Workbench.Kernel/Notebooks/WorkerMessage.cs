using System.Text.Json;

namespace Workbench.Kernel.Notebooks;

/// <summary>A line that a worker process writes: which cell begins, or what came of the notebook, or why it could not run.</summary>
internal sealed record WorkerMessage(int Cell = 0, int Cells = 0, NotebookRun? Run = null, string? Refused = null)
{
    /// <summary>Marks these lines among whatever native code prints.</summary>
    private const string Mark = "@@workbench-notebook ";

    public string ToLine() => Mark + JsonSerializer.Serialize(this);

    /// <summary>Null for a line that is something else.</summary>
    public static WorkerMessage? FromLine(string line)
    {
        int at = line.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? null : JsonSerializer.Deserialize<WorkerMessage>(line.AsSpan(at + Mark.Length));
    }
}
