namespace Workbench.Data;

/// <summary>Vectors of words. A word that is not there has none; who asks decides what stands for it.</summary>
public sealed class WordVectors
{
    private readonly Dictionary<string, float[]> _vectors;

    /// <param name="name">What they are, for run files: "glove.6B.300d".</param>
    /// <param name="width">Numbers of a vector.</param>
    /// <param name="vectors">All of that width.</param>
    /// <exception cref="ArgumentException">A vector has another width.</exception>
    public WordVectors(string name, int width, IEnumerable<KeyValuePair<string, float[]>> vectors)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(vectors);
        (Name, Width) = (name, width);
        _vectors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach ((string word, float[] vector) in vectors)
            _vectors[word] = vector.Length == width ? vector : throw new ArgumentException($"Vectors of {width} numbers were expected, that of '{word}' has {vector.Length}.", nameof(vectors));
    }

    public string Name { get; }

    public int Width { get; }

    public int Count => _vectors.Count;

    /// <summary>A word's vector; null where there is none.</summary>
    public float[]? Find(string word) => _vectors.GetValueOrDefault(word);
}
