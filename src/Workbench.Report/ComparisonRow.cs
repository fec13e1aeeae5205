namespace Workbench.Report;

/// <summary>A row of a table: a method and its numbers. A row that was not run says why.</summary>
public sealed record ComparisonRow(string Label, IReadOnlyList<ComparisonCell> Cells, string? NotRun = null);
