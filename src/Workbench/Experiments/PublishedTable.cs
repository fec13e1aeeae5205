namespace Workbench.Experiments;

/// <summary>A table of a paper as printed. <paramref name="Path"/> is the file it was read from; <paramref name="Note"/> says what is odd about it.</summary>
public sealed record PublishedTable(
    string Path, string Paper, string Edition, string Cite, string Number, string Caption, string Source, string? Note,
    IReadOnlyList<string> Attributes, IReadOnlyList<string> Columns, IReadOnlyList<PublishedRow> Rows)
{
    /// <summary>The row of that name.</summary>
    /// <exception cref="ArgumentException">There is none; the message names file, table and the rows there are.</exception>
    public PublishedRow this[string row] => Rows.FirstOrDefault(item => item.Name == row)
        ?? throw new ArgumentException($"{Path}: table {Number} has no row '{row}'; its rows are {Quoted(Rows.Select(item => item.Name))}.", nameof(row));

    /// <summary>The value in a row and column, null where the paper prints "-".</summary>
    /// <exception cref="ArgumentException">The row or the column does not exist.</exception>
    public PublishedValue? Value(string row, string column) => this[row].Values.TryGetValue(column, out var value)
        ? value
        : throw new ArgumentException($"{Path}: table {Number}, row '{row}' has no column '{column}'; its columns are {Quoted(Columns)}.", nameof(column));

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
