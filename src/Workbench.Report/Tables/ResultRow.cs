namespace Workbench.Report.Tables;

/// <summary>A method and its numbers, one cell a column.</summary>
public sealed record ResultRow(string Label, IReadOnlyList<ResultCell> Cells);
