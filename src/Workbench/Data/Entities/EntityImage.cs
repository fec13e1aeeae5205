namespace Workbench.Data.Entities;

/// <summary>A picture with captions and the boxes of what they name.</summary>
/// <param name="Id">Name of the picture without its ending.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Sentences">Its captions.</param>
/// <param name="Boxes">The boxes of each entity that has some, in pixels from 0.</param>
public sealed record EntityImage(string Id, int Width, int Height, IReadOnlyList<EntitySentence> Sentences, IReadOnlyDictionary<string, IReadOnlyList<Box>> Boxes);
