namespace Workbench.Data.Formats;

/// <summary>A Python set or frozenset, in the order of the file (which means nothing).</summary>
public sealed record PickleSet(IReadOnlyList<object?> Items);
