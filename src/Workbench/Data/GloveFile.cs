using System.Globalization;
using System.Text.RegularExpressions;

namespace Workbench.Data;

/// <summary>
/// Reads word vectors as GloVe publishes them: a line a word, "word v1 … vd", blanks between. Words may hold blanks themselves (glove.840B has some), so the last d fields are
/// the vector, d being what the first line has behind its first blank. A first line of two whole numbers, as word2vec writes it, is skipped.
/// </summary>
public static partial class GloveFile
{
    /// <summary>The vectors of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="words">Only these, so that a file of gigabytes costs the memory of what is used; null for all.</param>
    /// <param name="progress">Told every 100,000 lines.</param>
    /// <param name="cancellation">Stops between two lines.</param>
    /// <exception cref="DataFormatException">No such file; a line has too few fields, or a field is no number.</exception>
    public static WordVectors Read(string path, IReadOnlySet<string>? words = null, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
            throw new DataFormatException(path, "path", "a text file of word vectors was expected, there is none");
        var vectors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        int width = 0, number = 0;
        foreach (string line in File.ReadLines(path))
        {
            cancellation.ThrowIfCancellationRequested();
            if (++number % 100_000 == 0)
                progress?.Report(new ProgressReport("word vectors", number, 0, Path.GetFileName(path)));
            if (line.Length == 0 || (number == 1 && Header().IsMatch(line)))
                continue;
            ReadOnlySpan<char> text = line.AsSpan().TrimEnd();
            width = width > 0 ? width : text.Count(' ');
            (int end, float[]? vector) = Parse(path, number, text, width, words);
            if (vector is not null)
                vectors.TryAdd(text[..end].ToString(), vector); // The first of two counts, as torchtext has it.
        }

        if (width == 0)
            throw new DataFormatException(path, "line 1", "a word and its vector were expected; the file is empty");
        return new WordVectors(Path.GetFileNameWithoutExtension(path), width, vectors);
    }

    /// <summary>Where the word ends, and its vector; null where the word is not asked for.</summary>
    private static (int End, float[]? Vector) Parse(string path, int number, ReadOnlySpan<char> text, int width, IReadOnlySet<string>? words)
    {
        int end = text.Length;
        for (int field = 0; field < width && end > 0; field++)
            end = text[..end].LastIndexOf(' ');
        if (end <= 0 || width == 0)
            throw new DataFormatException(path, $"line {number}", $"a word and {width} numbers were expected");
        if (words is not null && !words.Contains(text[..end].ToString()))
            return (end, null);
        var vector = new float[width];
        int at = 0;
        foreach (Range range in text[(end + 1)..].Split(' '))
        {
            ReadOnlySpan<char> field = text[(end + 1)..][range];
            if (!float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out vector[at]) || !float.IsFinite(vector[at]))
                throw new DataFormatException(path, $"line {number}, field {at + 2}", $"a number was expected, '{field}' is there");
            at++;
        }

        return (end, vector);
    }

    [GeneratedRegex(@"^\d+ \d+\s*$")]
    private static partial Regex Header();
}
