namespace Workbench.Data.Formats;

/// <summary>A Python dict in the order of the file.</summary>
public sealed record PickleDictionary(IReadOnlyList<KeyValuePair<object, object?>> Items);
