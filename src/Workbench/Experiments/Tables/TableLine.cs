namespace Workbench.Experiments.Tables;

/// <summary>A line of a table.</summary>
/// <param name="Label">The line as printed, or what it is where the papers have none.</param>
/// <param name="Entries">One entry a column.</param>
/// <param name="NotRun">Why nothing is measured; null where something is.</param>
public sealed record TableLine(string Label, IReadOnlyList<TableEntry> Entries, string? NotRun = null);
