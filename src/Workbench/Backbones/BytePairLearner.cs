using System.Text;

namespace Workbench.Backbones;

/// <summary>Learns byte-pair merges from texts: again and again the pair of neighbouring symbols that is seen most becomes one symbol.</summary>
/// <remarks>Source: Sennrich et al. 2016, over CLIP's byte symbols. Ties go to the pair that is first in ordinal order, so the same texts give the same merges.</remarks>
public static class BytePairLearner
{
    /// <param name="texts">The texts; cleaned and cut into words here as the tokenizer does.</param>
    /// <param name="count">Merges to learn at most.</param>
    /// <param name="minimumFrequency">A pair seen less often is not merged.</param>
    public static BytePairMerges Learn(IEnumerable<string> texts, int count, int minimumFrequency = 2)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var frequency = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (string text in texts)
            foreach (string word in ClipWordSplitter.Split(ClipTextCleaner.Clean(text)))
                frequency[word] = frequency.GetValueOrDefault(word) + 1;
        List<(List<string> Symbols, long Frequency)> words = [.. frequency.Select(w => (Symbols(w.Key), w.Value))];

        var merges = new List<(string, string)>();
        var made = new HashSet<string>(StringComparer.Ordinal);
        while (merges.Count < count && MostFrequentPair(words, minimumFrequency, made) is (string left, string right))
        {
            merges.Add((left, right));
            made.Add(left + right);
            foreach ((List<string> symbols, _) in words)
                for (int i = 0; i + 1 < symbols.Count; i++)
                    if (symbols[i] == left && symbols[i + 1] == right)
                    {
                        symbols[i] = left + right;
                        symbols.RemoveAt(i + 1);
                    }
        }

        return new BytePairMerges(merges);
    }

    private static List<string> Symbols(string word)
    {
        List<string> symbols = [.. Encoding.UTF8.GetBytes(word).Select(b => ByteAlphabet.CharacterOf(b).ToString())];
        symbols[^1] += BytePairMerges.EndOfWord;
        return symbols;
    }

    /// <summary>A pair whose joined text an earlier merge already makes is left alone: a vocabulary holds each symbol once.</summary>
    private static (string Left, string Right)? MostFrequentPair(
        List<(List<string> Symbols, long Frequency)> words, int minimumFrequency, HashSet<string> made)
    {
        var counts = new Dictionary<(string Left, string Right), long>();
        foreach ((List<string> symbols, long frequency) in words)
            for (int i = 0; i + 1 < symbols.Count; i++)
                counts[(symbols[i], symbols[i + 1])] = counts.GetValueOrDefault((symbols[i], symbols[i + 1])) + frequency;
        KeyValuePair<(string Left, string Right), long>? best = null;
        foreach (KeyValuePair<(string Left, string Right), long> pair in counts)
            if (pair.Value >= minimumFrequency && !made.Contains(pair.Key.Left + pair.Key.Right)
                && (best is not { } b || pair.Value > b.Value || (pair.Value == b.Value && Compare(pair.Key, b.Key) < 0)))
                best = pair;
        return best?.Key;
    }

    private static int Compare((string Left, string Right) a, (string Left, string Right) b)
    {
        int left = string.CompareOrdinal(a.Left, b.Left);
        return left != 0 ? left : string.CompareOrdinal(a.Right, b.Right);
    }
}
