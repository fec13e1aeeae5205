namespace Workbench.Data.Entities;

/// <summary>A caption in words, without the mark-up, and its phrases.</summary>
public sealed record EntitySentence(string Text, IReadOnlyList<PhraseMention> Phrases);
