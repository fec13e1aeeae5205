namespace Workbench.Data.Entities;

/// <summary>A phrase of a sentence that names an entity.</summary>
/// <param name="Id">The entity; "0" names nothing in particular.</param>
/// <param name="Types">Coarse kinds: people, clothing, other, scene, ….</param>
/// <param name="FirstWord">Which word of the sentence it begins with, from 0.</param>
/// <param name="Text">Its words.</param>
public sealed record PhraseMention(string Id, IReadOnlyList<string> Types, int FirstWord, string Text)
{
    public int Words => Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
