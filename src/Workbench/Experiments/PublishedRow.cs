namespace Workbench.Experiments;

/// <summary>A row of a published table: its name, what describes it (null where the paper prints "-"), and its numbers (null likewise).</summary>
public sealed record PublishedRow(string Name, IReadOnlyDictionary<string, string?> Attributes, IReadOnlyDictionary<string, PublishedValue?> Values);
