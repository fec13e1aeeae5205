using Workbench.Data;
using Workbench.Models.Moments;

namespace Workbench.Training.Moments;

/// <summary>The words of the training sentences behind the four signs of <see cref="WordSigns"/>, in ordinal order (LGI's released loaders; a frequency of 1 is enough).</summary>
public sealed class MomentVocabulary
{
    private readonly Dictionary<string, long> _places;

    public MomentVocabulary(IEnumerable<string> sentences, WordSplit split)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        Split = split;
        Words = [.. sentences.SelectMany(s => Cut(s, split)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _places = Words.Index().ToDictionary(w => w.Item, w => (long)w.Index + WordSigns.Count, StringComparer.Ordinal);
    }

    public WordSplit Split { get; }

    /// <summary>The words, without the signs.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Places in all.</summary>
    public int Count => Words.Count + WordSigns.Count;

    /// <summary>A sentence's words.</summary>
    public IReadOnlyList<string> Cut(string sentence) => Cut(sentence, Split);

    /// <summary>A word's place; that of the unknown where it has none.</summary>
    public long PlaceOf(string word) => _places.GetValueOrDefault(word, WordSigns.Unknown);

    /// <summary>The vectors of all places, row-major, zeros for signs and for words that have none.</summary>
    public float[] Vectors(WordVectors vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        var values = new float[Count * vectors.Width];
        for (int i = 0; i < Words.Count; i++)
            vectors.Find(Words[i])?.CopyTo(values, (i + WordSigns.Count) * vectors.Width);
        return values;
    }

    /// <summary>A sentence's words.</summary>
    public static IReadOnlyList<string> Cut(string sentence, WordSplit split)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        string lower = sentence.ToLowerInvariant();
        return (split == WordSplit.Blanks ? lower : new string([.. lower.Where(c => c > 127 || !char.IsPunctuation(c) && !char.IsSymbol(c))]))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
