using Workbench.Experiments;
using Workbench.Experiments.Tables;

namespace Workbench.Report;

/// <summary>Tables of a <see cref="Reproduction"/>, published and measured side by side.</summary>
public static class ReproductionTables
{
    /// <summary>Runs what the table needs and was not run yet, and puts it beside the published one.</summary>
    /// <param name="reproduction">Data and methods.</param>
    /// <param name="number">One of <see cref="PaperTables.Numbers"/>, <see cref="RunTimeReport.Number"/> or <see cref="Reproduction.DisagreementsNumber"/>.</param>
    /// <param name="progress">Told what runs.</param>
    /// <param name="cancellation">What was trained so far is kept in checkpoints.</param>
    public static (ComparisonTable Table, IReadOnlyList<RunRecord> Runs) Compare(
        this Reproduction reproduction, string number, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reproduction);
        if (number == RunTimeReport.Number)
        {
            RunRecord run = reproduction.RunTimes(progress, cancellation);
            return (RunTimeReport.Build(run, reproduction.Published, reproduction.NameOf(number), reproduction.Inputs.Name), [run]);
        }

        PaperTable table = reproduction.Table(number);
        table = table with { Notes = [.. table.Notes, .. RealFloors.Notes(table, reproduction.Paths.Runs)] };
        return PaperTableReport.Compare(table, reproduction.Run(table, progress, cancellation), reproduction.Published, reproduction.NameOf(number), reproduction.Inputs.Name);
    }
}
