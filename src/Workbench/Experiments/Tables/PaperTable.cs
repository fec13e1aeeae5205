namespace Workbench.Experiments.Tables;

/// <summary>A table of the papers as a list of what to measure. It holds no number: the published ones are in data/papers, the measured ones in run files.</summary>
/// <param name="Number">As --table takes it: the printed number, or a name for a table that is ours.</param>
/// <param name="Paper">The file of data/papers that has the printed one.</param>
/// <param name="PublishedNumber">The table's number there; null where none of it is published.</param>
/// <param name="Title">What it asks.</param>
/// <param name="Columns">Heads.</param>
/// <param name="Lines">Lines in the printed order, the floors last.</param>
/// <param name="Notes">What a reader must know.</param>
public sealed record PaperTable(
    string Number, string Paper, string? PublishedNumber, string Title, IReadOnlyList<string> Columns, IReadOnlyList<TableLine> Lines, IReadOnlyList<string> Notes)
{
    /// <summary>Everything that has to be run for it, once each.</summary>
    public IReadOnlyList<MethodRun> Runs => [.. Lines.SelectMany(l => l.Entries).Where(e => e.Metric is not null).Select(e => e.Run).OfType<MethodRun>().Distinct()];
}
