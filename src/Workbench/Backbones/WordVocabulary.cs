using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workbench.Data;
using Workbench.Data.Formats;

namespace Workbench.Backbones;

/// <summary>The words that a word-vector text tower knows. The id of a word is its place in the list plus 1; 0 is padding.</summary>
/// <remarks>Source: antoine77340/S3D_HowTo100M, s3dg.py, class Sentence_Embedding: <c>[\w']+</c>, unknown words dropped, then cut and padded.</remarks>
public sealed partial class WordVocabulary
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    /// <param name="words">In the order of the embedding's rows from 1 on. Of a word that comes twice the later place counts, as in the authors' code.</param>
    /// <param name="lowerCase">True: sentences are lower-cased before they are looked up, as the published vocabulary wants it.</param>
    public WordVocabulary(IReadOnlyList<string> words, bool lowerCase = true)
    {
        ArgumentNullException.ThrowIfNull(words);
        (Words, LowerCase) = (words, lowerCase);
        for (int i = 0; i < words.Count; i++)
            _ids[words[i]] = i + 1;
    }

    public IReadOnlyList<string> Words { get; }

    public bool LowerCase { get; }

    /// <summary>Reads a word list: the authors' <c>dict.npy</c> (a NumPy array of strings), a JSON array of strings, or a text file with a word a line.</summary>
    /// <exception cref="DataFormatException">Neither of these, or it holds no word.</exception>
    public static WordVocabulary Read(string path, bool lowerCase = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] bytes = File.ReadAllBytes(path);
        IReadOnlyList<string> words;
        if (bytes.AsSpan().StartsWith(NumpyHeader.Magic))
            words = NumpyStrings.Read(path);
        else
            try
            {
                string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
                words = text.TrimStart().StartsWith('[')
                    ? JsonSerializer.Deserialize<string[]>(text)!
                    : text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            }
            catch (Exception e) when (e is JsonException or DecoderFallbackException)
            {
                throw new DataFormatException(path, "content", $"a .npy array of strings, a JSON array of strings or a word a line was expected ({e.Message})", e);
            }

        if (words.Count == 0 || words.Any(w => w is null))
            throw new DataFormatException(path, "content", "at least one word was expected, and no empty place");
        return new WordVocabulary(words, lowerCase);
    }

    /// <summary>The pieces of a sentence that may be words: letters, digits, underscores and apostrophes.</summary>
    public IEnumerable<string> Split(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
#pragma warning disable CA1308 // The vocabulary is lower case.
        return Word().Matches(LowerCase ? sentence.ToLowerInvariant() : sentence).Select(m => m.Value);
#pragma warning restore CA1308
    }

    /// <summary>The ids of the known words of a sentence, at most <paramref name="slots"/>, the rest dropped.</summary>
    public int[] Encode(string sentence, int slots) => [.. Split(sentence).Select(w => _ids.GetValueOrDefault(w)).Where(id => id > 0).Take(slots)];

    // Python's \w: letters and numbers of every script, and the underscore. .NET's own \w has marks and further joiners.
    [GeneratedRegex(@"[\p{L}\p{N}_']+")]
    private static partial Regex Word();
}
