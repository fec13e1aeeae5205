using Workbench.Experiments;
using Workbench.Report;

namespace Workbench.Cli.Commands;

/// <summary>A paper whose data is open.</summary>
/// <param name="Owner">Closes it.</param>
/// <param name="Compare">Runs what a table needs and puts it beside the published one, by its number.</param>
internal sealed record OpenPaper(IDisposable Owner, Func<string, IProgress<ProgressReport>, CancellationToken, (ComparisonTable Table, IReadOnlyList<RunRecord> Runs)> Compare)
{
    /// <summary>The tables that this data has; null: all of the paper.</summary>
    public IReadOnlyList<string>? Numbers { get; init; }
}
