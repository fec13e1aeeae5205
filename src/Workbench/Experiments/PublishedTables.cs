using System.Text.Json;
using Workbench.Data;
using Workbench.Data.Formats;

namespace Workbench.Experiments;

/// <summary>All published tables of a folder (data/papers; the format is described in its README). The only source of published numbers.</summary>
public sealed class PublishedTables
{
    private readonly string _folder;

    private PublishedTables(string folder, IReadOnlyList<PublishedTable> tables) => (_folder, Tables) = (folder, tables);

    public IReadOnlyList<PublishedTable> Tables { get; }

    /// <summary>A paper's table by its printed number.</summary>
    /// <exception cref="ArgumentException">There is none; the message names the folder and what there is.</exception>
    public PublishedTable this[string paper, string number] => Tables.FirstOrDefault(table => table.Paper == paper && table.Number == number)
        ?? throw new ArgumentException($"{_folder} has no table '{number}' of '{paper}'; it has {string.Join(", ", Tables.Select(table => $"{table.Paper} {table.Number}"))}.", nameof(number));

    /// <summary>A published number; null where the paper prints "-".</summary>
    /// <exception cref="ArgumentException">Table, row or column does not exist.</exception>
    public PublishedValue? Value(string paper, string number, string row, string column) => this[paper, number].Value(row, column);

    /// <summary>Reads every .json of the folder, by name.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="DataFormatException">A file is not as the README says; the message names the file and the row.</exception>
    public static PublishedTables Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{folder}: the folder of the published tables does not exist.");
        return new(folder, [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(ReadFile)]);
    }

    private static IEnumerable<PublishedTable> ReadFile(string path)
    {
        var file = JsonFile.Read(path);
        string paper = file["paper"].Text(), edition = file["edition"].Text(), cite = file["cite"].Text();
        if (paper != Path.GetFileNameWithoutExtension(path))
            throw file["paper"].Error($"'{Path.GetFileNameWithoutExtension(path)}', the file's name, was expected");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in file["tables"].Items())
        {
            string[] attributes = [.. item["attributes"].Items().Select(name => name.Text())], columns = [.. item["columns"].Items().Select(name => name.Text())];
            string number = item["table"].Text();
            if (!seen.Add(number))
                throw item["table"].Error($"table '{number}' appears twice");
            yield return new(
                path, paper, edition, cite, number, item["caption"].Text(), item["source"].Text(), item.Optional("note")?.Text(),
                attributes, columns, ReadRows(path, number, item["rows"], attributes, columns));
        }
    }

    private static List<PublishedRow> ReadRows(string path, string table, JsonCursor rows, string[] attributes, string[] columns)
    {
        var list = new List<PublishedRow>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in rows.Items())
        {
            string name = item["row"].Text(), place = $"table {table}, row '{name}'";
            if (!seen.Add(name))
                throw new DataFormatException(path, place, "the row appears twice");
            var words = Fields(path, place, item["attributes"], attributes);
            var values = Fields(path, place, item["values"], columns);
            list.Add(new(name, words, values.ToDictionary(pair => pair.Key, pair => Parse(path, $"{place}, column '{pair.Key}'", pair.Value), StringComparer.Ordinal)));
        }

        return list;
    }

    private static PublishedValue? Parse(string path, string place, string? printed) => printed is null
        ? null
        : PublishedValue.TryParse(printed) ?? throw new DataFormatException(path, place, $"a printed number like \"17.10\" or \"51.8 ± 2.9\" was expected, \"{printed}\" is there");

    private static Dictionary<string, string?> Fields(string path, string place, JsonCursor fields, string[] expected)
    {
        if (fields.Element.ValueKind != JsonValueKind.Object)
            throw fields.Error("an object was expected");
        var found = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var field in fields.Element.EnumerateObject())
            if (!found.TryAdd(field.Name, fields.Optional(field.Name)?.Text()))
                throw new DataFormatException(path, place, $"the field '{field.Name}' appears twice");
        if (!found.Keys.Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal)))
            throw new DataFormatException(path, place, $"the fields {string.Join(", ", expected)} were expected, {string.Join(", ", found.Keys)} are there");
        return found;
    }
}
