namespace Workbench.Data;

/// <summary>How YouCook2-Interactions is read.</summary>
public sealed record YouCook2InteractionsOptions : ReadOptions
{
    /// <summary>
    /// YouCook2's own annotations, which hold the sentences: a file name in the folder, or a path. Null: labels stay empty.
    /// </summary>
    public string? SentenceFile { get; init; } = "youcookii_annotations_trainval.json";
}
