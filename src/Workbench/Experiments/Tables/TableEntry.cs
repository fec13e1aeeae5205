namespace Workbench.Experiments.Tables;

/// <summary>One number of a table: what it is measured on, by which metric, and where the papers print it.</summary>
/// <param name="Run">The method; null where it is not run.</param>
/// <param name="Metric">A name of <see cref="RunMetrics"/>; null where nothing of ours answers the column.</param>
/// <param name="PublishedRow">The row in data/papers; null where the papers have none.</param>
/// <param name="PublishedColumn">The column in data/papers.</param>
public sealed record TableEntry(MethodRun? Run, string? Metric, string? PublishedRow = null, string? PublishedColumn = null);
