using Workbench.Experiments;
using Workbench.Experiments.Tables;

namespace Workbench.Report;

/// <summary>Tables of a <see cref="SscsReproduction"/>, published and measured side by side.</summary>
public static class SscsTablesReport
{
    /// <summary>Runs what the table needs and was not run yet, and puts it beside the published one.</summary>
    /// <param name="reproduction">Data and methods.</param>
    /// <param name="number">One of <see cref="SscsTables.Numbers"/>.</param>
    /// <param name="progress">Told what runs.</param>
    /// <param name="cancellation">What was trained so far is kept in checkpoints.</param>
    public static (ComparisonTable Table, IReadOnlyList<RunRecord> Runs) Compare(
        this SscsReproduction reproduction, string number, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reproduction);
        PaperTable table = reproduction.Table(number);
        return PaperTableReport.Compare(table, reproduction.Run(table, progress, cancellation), reproduction.Published, reproduction.NameOf(number), reproduction.Inputs.Name);
    }
}
