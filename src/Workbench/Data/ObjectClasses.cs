using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>
/// The classes of YouCook2-BB, class_file.csv: index, name and its other forms ("17,squid,,squids"); 67 of them. All forms of a name are one class.
/// </summary>
public sealed class ObjectClasses
{
    private readonly Dictionary<string, int> _classOf;
    private readonly string[] _names;

    private ObjectClasses(Dictionary<string, int> classOf, string[] names) => (_classOf, _names) = (classOf, names);

    /// <summary>The first form of each class, by index.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The class of a word, in any form; null where it is none.</summary>
    public int? Find(string word) => _classOf.TryGetValue(word, out int index) ? index : null;

    /// <exception cref="DataFormatException">A line is wrong, an index is missing, or a form appears twice.</exception>
    public static ObjectClasses Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path))
            throw new DataFormatException(path, "the file", "class_file.csv was expected, there is none");
        var classOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new SortedDictionary<int, string>();
        using var reader = new StreamReader(path);
        var parser = new CsvParser(path, reader);
        while (parser.Next() is { } cells)
        {
            if (cells.Count < 2 || !int.TryParse(cells[0], out int index) || index < 0 || cells[1].Length == 0)
                throw new DataFormatException(path, $"line {parser.Line}", "an index, a name and its other forms were expected");
            if (!names.TryAdd(index, cells[1]))
                throw new DataFormatException(path, $"line {parser.Line}", $"each index may appear once, {index} does twice");
            foreach (string form in cells.Skip(1).Where(c => c.Length > 0))
                if (!classOf.TryAdd(form, index))
                    throw new DataFormatException(path, $"line {parser.Line}", $"each form may appear once, '{form}' does twice");
        }

        if (names.Count == 0 || !names.Keys.SequenceEqual(Enumerable.Range(0, names.Count)))
            throw new DataFormatException(path, "indices", $"0 to {Math.Max(0, names.Count - 1)} were expected");
        return new ObjectClasses(classOf, [.. names.Values]);
    }
}
