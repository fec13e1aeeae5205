using System.IO.Compression;
using System.Text;
using Workbench.Data;

namespace Workbench.Backbones;

/// <summary>
/// The merges of a byte-pair vocabulary in the order in which they were learnt: earlier ones are applied first.
/// A symbol is written in the characters of <see cref="ByteAlphabet"/>; a symbol that ends a word carries <c>&lt;/w&gt;</c>.
/// </summary>
public sealed class BytePairMerges
{
    /// <summary>What marks the end of a word in a symbol.</summary>
    public const string EndOfWord = "</w>";

    /// <summary>The merges that CLIP uses of its file's 262,144: 49,152 - 256 - 2.</summary>
    public const int ClipCount = 48_894;

    public BytePairMerges(IReadOnlyList<(string Left, string Right)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        Pairs = pairs;
    }

    public IReadOnlyList<(string Left, string Right)> Pairs { get; }

    /// <summary>Reads a merges file as CLIP's <c>bpe_simple_vocab_16e6.txt.gz</c>: a header line, then one "left right" a line.</summary>
    /// <param name="path">A text file, or a gzip file where the name ends in .gz.</param>
    /// <param name="count">How many merges to take; the rest of the file is ignored.</param>
    /// <exception cref="DataFormatException">A line does not hold two symbols, or the file holds fewer than <paramref name="count"/> merges.</exception>
    public static BytePairMerges Read(string path, int count = ClipCount)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using Stream file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        var pairs = new List<(string, string)>(count);
        try
        {
            reader.ReadLine();
            while (pairs.Count < count && reader.ReadLine() is string line)
                pairs.Add(ParseLine(line) ?? throw new DataFormatException(
                    path, $"line {pairs.Count + 2}", $"expected two symbols with one blank between them, found \"{line}\""));
        }
        catch (Exception e) when (e is InvalidDataException or DecoderFallbackException)
        {
            throw new DataFormatException(path, $"after line {pairs.Count + 1}", $"not a readable merges file ({e.Message})", e);
        }

        if (pairs.Count < count)
            throw new DataFormatException(path, "end of file", $"expected {count} merges, found {pairs.Count}");
        return new BytePairMerges(pairs);
    }

    /// <summary>Reads merges from text, one "left right" a line, without a header; the form that is kept in a weights file.</summary>
    /// <exception cref="FormatException">A line does not hold two symbols.</exception>
    public static BytePairMerges Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new BytePairMerges([.. lines.Select((line, i) => ParseLine(line)
            ?? throw new FormatException($"Merge {i}: expected two symbols with one blank between them, found \"{line}\"."))]);
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Join('\n', Pairs.Select(p => $"{p.Left} {p.Right}"));

    private static (string, string)? ParseLine(string line) =>
        line.Split(' ') is [{ Length: > 0 } left, { Length: > 0 } right] ? (left, right) : null;
}
