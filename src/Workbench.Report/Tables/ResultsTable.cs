using Workbench.Report.Display;

namespace Workbench.Report.Tables;

/// <summary>
/// A table of results: published, measured and difference for each column, the best of each in bold, ± over seeds. A part that a column has nowhere is
/// left out. Shown as HTML in notebooks; LaTeX and CSV for papers.
/// </summary>
[TypeFormatterSource(typeof(MimeFormatterSource), PreferredMimeTypes = [MimeBundle.Html])]
public sealed record ResultsTable : IMimeView
{
    private static readonly string[] s_mimeTypes = [MimeBundle.Html, MimeBundle.Plain];
    private static readonly string[] s_lower = ["ms", "seconds", "minutes", "hours", "loss", "error", "MiB", "GiB", "bytes", "distance"];
    private readonly ResultPart[][] _parts;
    private readonly double?[][] _best;

    /// <param name="name">Name of its files.</param>
    /// <param name="title">What it asks.</param>
    /// <param name="columns">Heads.</param>
    /// <param name="rows">Each with a cell for each column.</param>
    /// <param name="notes">What a reader must know.</param>
    /// <param name="showDifference">False leaves the differences out.</param>
    /// <param name="lowerIsBetter">Columns in which the smallest is best; those whose head names a time, a loss, an error or memory where not given.</param>
    /// <exception cref="ArgumentException">A row has another number of cells than there are columns.</exception>
    public ResultsTable(
        string name, string title, IReadOnlyList<string> columns, IReadOnlyList<ResultRow> rows, IReadOnlyList<string> notes, bool showDifference = true, IEnumerable<string>? lowerIsBetter = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.FirstOrDefault(row => row.Cells.Count != columns.Count) is { } wrong)
            throw new ArgumentException($"The row '{wrong.Label}' has {wrong.Cells.Count} cells; there are {columns.Count} columns.", nameof(rows));
        (Name, Title, Columns, Rows, Notes) = (name, title, columns, rows, notes);
        HashSet<string> lower = [.. lowerIsBetter ?? columns.Where(IsCost)];
        _parts = [.. columns.Select((_, c) => Enum.GetValues<ResultPart>().Where(part => rows.Any(row => row.Cells[c].Value(part) is not null) && (showDifference || part != ResultPart.Difference)).ToArray())];
        _best = [.. columns.Select((column, c) => new[] { ResultPart.Published, ResultPart.Measured }.Select(part => Best(rows.Select(row => row.Cells[c].Value(part)), lower.Contains(column))).ToArray())];
    }

    public string Name { get; }
    public string Title { get; }
    public IReadOnlyList<string> Columns { get; }
    public IReadOnlyList<ResultRow> Rows { get; }
    public IReadOnlyList<string> Notes { get; }

    public IReadOnlyList<string> MimeTypes => s_mimeTypes;

    public static ResultsTable Of(ComparisonTable table, bool showDifference = true)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new ResultsTable(table.Name, table.Title, table.Columns, [.. table.Rows.Select(row => new ResultRow(row.Label, [.. row.Cells.Select(ResultCell.Of)]))], [.. table.AllNotes()], showDifference);
    }

    /// <summary>What stands in a column.</summary>
    public IReadOnlyList<ResultPart> Parts(int column) => _parts[column];

    /// <summary>The one part that all columns have and nothing else; null where they have several, or different ones.</summary>
    public ResultPart? OnlyPart => _parts.SelectMany(parts => parts).Distinct().ToArray() is [var only] ? only : null;

    /// <summary>True for the best published and the best measured numbers of a column with more than one; equal ones are all best.</summary>
    public bool IsBest(int row, int column, ResultPart part) =>
        part != ResultPart.Difference && _best[column][(int)part] is { } best && Rows[row].Cells[column].Value(part) is { } value && Math.Round(value, 2) == Math.Round(best, 2);

    public string ToHtml() => ResultsHtml.Write(this);

    /// <summary>Columns under each other, for a terminal or a reader without HTML; the best with an asterisk.</summary>
    public string ToText() => ResultsText.Write(this);

    /// <summary>A table environment for the packages booktabs and, with <paramref name="twoColumns"/>, a two-column class.</summary>
    public string ToLatex(bool twoColumns = false, double fontPoints = 8) => ResultsLatex.Write(this, twoColumns, fontPoints);

    /// <summary>One line a row and column: row, column, published, measured, deviation, seeds, difference.</summary>
    public string ToCsv() => ResultsCsv.Write(this);

    public IReadOnlyDictionary<string, object> ToMimeBundle() => MimeBundle.Of(this);

    public object? ToMime(string mimeType) => mimeType switch { MimeBundle.Html => ToHtml(), MimeBundle.Plain => ToText(), _ => null };

    public override string ToString() => ToText();

    private static double? Best(IEnumerable<double?> values, bool lower)
    {
        double[] there = [.. values.OfType<double>().Where(double.IsFinite)];
        return there.Length < 2 ? null : lower ? there.Min() : there.Max();
    }

    private static bool IsCost(string column) => column.Split(' ', ',', '/', '(', ')').Any(word => s_lower.Contains(word, StringComparer.OrdinalIgnoreCase)) && !column.Contains('%', StringComparison.Ordinal);
}
