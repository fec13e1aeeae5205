using System.Globalization;

namespace Workbench.Data.Formats;

/// <summary>A row of a CSV file with a header, which knows its line.</summary>
internal sealed class CsvTable
{
    private readonly string _path;
    private readonly int _line;
    private readonly Dictionary<string, string> _cells;

    private CsvTable(string path, int line, Dictionary<string, string> cells) => (_path, _line, _cells) = (path, line, cells);

    /// <summary>A cell's text.</summary>
    public string this[string column] => _cells[column];

    public DataFormatException Error(string column, string expectation) => new(_path, $"line {_line}, column {column}", expectation);

    /// <summary>A cell that must be a finite number.</summary>
    public double Number(string column) =>
        double.TryParse(_cells[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw Error(column, $"a finite number was expected, '{_cells[column]}' is there");

    /// <summary>The column names of a file's header.</summary>
    public static IReadOnlyList<string> Columns(string path)
    {
        using var reader = Open(path);
        return Header(path, new CsvParser(path, reader));
    }

    /// <summary>The rows, one at a time, with the columns asked for.</summary>
    /// <exception cref="DataFormatException">No such file, a column is missing, a row is short or badly quoted.</exception>
    public static IEnumerable<CsvTable> Read(string path, params string[] columns)
    {
        using var reader = Open(path);
        var csv = new CsvParser(path, reader);
        var header = Header(path, csv);
        foreach (var column in columns)
            if (!header.Contains(column))
                throw new DataFormatException(path, "line 1", $"a column {column} was expected; there are {string.Join(", ", header)}");
        while (csv.Next() is { } row)
        {
            if (row.Count != header.Count)
                throw new DataFormatException(path, $"line {csv.Line}", $"{header.Count} cells were expected; the line has {row.Count}");
            yield return new CsvTable(path, csv.Line, columns.ToDictionary(column => column, column => row[header.IndexOf(column)], StringComparer.Ordinal));
        }
    }

    private static StreamReader Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
            throw new DataFormatException(path, "path", "a CSV file was expected, this is a folder");
        return File.Exists(path) ? new StreamReader(path) : throw new DataFormatException(path, "path", "a CSV file was expected, there is none");
    }

    private static List<string> Header(string path, CsvParser csv) =>
        csv.Next()?.ConvertAll(name => name.Trim()) ?? throw new DataFormatException(path, "line 1", "a header was expected; the file is empty");
}
