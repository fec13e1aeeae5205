using System.Collections.Concurrent;
using System.Text;

namespace Workbench.Backbones;

/// <summary>
/// CLIP's byte-level byte-pair tokenizer. A word is what a merge could make of it: <c>crack egg</c> is two tokens,
/// <c>margarine</c> may be three. Ids: 256 byte symbols, the same ending a word, one per merge, start of text, end of text.
/// </summary>
/// <remarks>Source: openai/CLIP, simple_tokenizer.py 62-127 and clip.py 205-245. Knows no tensors; safe for concurrent use.</remarks>
public sealed class ClipTokenizer
{
    private readonly Dictionary<string, int> _idOf;
    private readonly List<string> _symbols;
    private readonly Dictionary<(int Left, int Right), int> _mergedId;
    private readonly ConcurrentDictionary<string, int[]> _known = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">A merge names a symbol that no byte and no earlier merge makes, or the context is shorter than 3.</exception>
    public ClipTokenizer(BytePairMerges merges, int contextLength = 77)
    {
        ArgumentNullException.ThrowIfNull(merges);
        ArgumentOutOfRangeException.ThrowIfLessThan(contextLength, 3);
        (Merges, ContextLength) = (merges, contextLength);
        _symbols =
        [
            .. ByteAlphabet.Characters.Select(c => c.ToString()),
            .. ByteAlphabet.Characters.Select(c => c + BytePairMerges.EndOfWord),
            .. merges.Pairs.Select(p => p.Left + p.Right),
            ClipWordSplitter.StartOfText,
            ClipWordSplitter.EndOfText,
        ];
        _idOf = new Dictionary<string, int>(_symbols.Count, StringComparer.Ordinal);
        for (int id = 0; id < _symbols.Count; id++)
            if (!_idOf.TryAdd(_symbols[id], id))
                throw new ArgumentException($"Two entries of the vocabulary make the symbol \"{_symbols[id]}\" (ids {_idOf[_symbols[id]]} and {id}).", nameof(merges));
        _mergedId = new Dictionary<(int, int), int>(merges.Pairs.Count);
        for (int rank = 0; rank < merges.Pairs.Count; rank++)
        {
            int id = 512 + rank;
            (string left, string right) = merges.Pairs[rank];
            if (!_idOf.TryGetValue(left, out int leftId) || !_idOf.TryGetValue(right, out int rightId) || leftId >= id || rightId >= id)
                throw new ArgumentException($"Merge {rank} (\"{left} {right}\") names a symbol that no byte and no earlier merge makes.", nameof(merges));
            _mergedId.Add((leftId, rightId), id);
        }
    }

    public BytePairMerges Merges { get; }

    /// <summary>Tokens of a padded text, start and end included (77 in CLIP).</summary>
    public int ContextLength { get; }

    /// <summary>49,408 in CLIP: 512 byte symbols, 48,894 merges, start and end.</summary>
    public int VocabularySize => _symbols.Count;

    public int StartOfText => _symbols.Count - 2;

    /// <summary>The largest id: CLIP finds the sentence feature at the position of the largest id.</summary>
    public int EndOfText => _symbols.Count - 1;

    /// <summary>Reads a merges file (CLIP's <c>bpe_simple_vocab_16e6.txt.gz</c> or the like).</summary>
    public static ClipTokenizer FromFile(string path, int contextLength = 77) => new(BytePairMerges.Read(path), contextLength);

    /// <summary>The tokens of a text, without start, end and padding.</summary>
    public int[] Encode(string text)
    {
        var ids = new List<int>();
        foreach (string piece in ClipWordSplitter.Split(ClipTextCleaner.Clean(text)))
            ids.AddRange(_known.GetOrAdd(piece, Merge));
        return [.. ids];
    }

    /// <summary>The tokens of a text between start and end, padded with 0 to <see cref="ContextLength"/>.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="truncate">True: a text that is too long is cut and its last token becomes the end (what the grounding code does).</param>
    /// <exception cref="ArgumentException">The text is too long and <paramref name="truncate"/> is false.</exception>
    public long[] Tokenize(string text, bool truncate = true)
    {
        int[] ids = Encode(text);
        if (ids.Length + 2 > ContextLength && !truncate)
            throw new ArgumentException($"The text has {ids.Length} tokens; {ContextLength - 2} fit beside start and end. Text: \"{text}\".", nameof(text));
        var padded = new long[ContextLength];
        padded[0] = StartOfText;
        int kept = Math.Min(ids.Length, ContextLength - 2);
        for (int i = 0; i < kept; i++)
            padded[i + 1] = ids[i];
        padded[kept + 1] = EndOfText;
        return padded;
    }

    /// <summary>The text of tokens; start, end and unknown bytes are written as they stand.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An id is outside the vocabulary.</exception>
    public string Decode(IEnumerable<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var bytes = new List<byte>();
        foreach (int id in ids)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(id);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(id, VocabularySize);
            string symbol = _symbols[id];
            if (id >= StartOfText)
                bytes.AddRange(Encoding.UTF8.GetBytes(symbol));
            else
                foreach (char c in symbol.Replace(BytePairMerges.EndOfWord, " ", StringComparison.Ordinal))
                    bytes.Add(ByteAlphabet.TryGetByte(c, out byte value) ? value : (byte)c);
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    /// <summary>Merges a piece's bytes: the pair with the earliest merge first, all its places from left to right, until no pair is known.</summary>
    private int[] Merge(string piece)
    {
        if (piece is ClipWordSplitter.StartOfText or ClipWordSplitter.EndOfText)
            return [_idOf[piece]];
        byte[] bytes = Encoding.UTF8.GetBytes(piece);
        var ids = new List<int>(bytes.Length);
        for (int i = 0; i < bytes.Length; i++)
        {
            char c = ByteAlphabet.CharacterOf(bytes[i]);
            ids.Add(_idOf[i + 1 < bytes.Length ? c.ToString() : c + BytePairMerges.EndOfWord]);
        }

        while (ids.Count > 1 && EarliestMerge(ids) is int merged)
            for (int i = 0; i + 1 < ids.Count; i++)
                if (_mergedId.TryGetValue((ids[i], ids[i + 1]), out int id) && id == merged)
                {
                    ids[i] = merged;
                    ids.RemoveAt(i + 1);
                }

        return [.. ids];
    }

    private int? EarliestMerge(List<int> ids)
    {
        int? earliest = null;
        for (int i = 0; i + 1 < ids.Count; i++)
            if (_mergedId.TryGetValue((ids[i], ids[i + 1]), out int id) && !(earliest < id))
                earliest = id;
        return earliest;
    }
}
