using System.Text;
using CsvHelper;
using Workbench.Data;
using Workbench.Report.Display;
using Workbench.Report.Tables;

namespace Workbench.Report;

/// <summary>A paper's table beside what was measured. Rendered from run files, never typed.</summary>
[TypeFormatterSource(typeof(MimeFormatterSource), PreferredMimeTypes = [MimeBundle.Html])]
public sealed record ComparisonTable(string Name, string Title, IReadOnlyList<string> Columns, IReadOnlyList<ComparisonRow> Rows, IReadOnlyList<string> Notes) : IMimeView
{
    private static readonly string[] s_mimeTypes = [MimeBundle.Html, MimeBundle.Plain];

    public IReadOnlyList<string> MimeTypes => s_mimeTypes;

    /// <summary>As a notebook shows it: published, measured and difference, the best in bold.</summary>
    public IReadOnlyDictionary<string, object> ToMimeBundle() => MimeBundle.Of(this);

    public object? ToMime(string mimeType) => ResultsTable.Of(this).ToMime(mimeType);

    /// <summary>A Markdown table with the notes under it.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        string[] heads = [.. Heads()];
        text.Append("# ").Append(Title).Append("\n\n|");
        foreach (string head in heads)
            text.Append(' ').Append(head).Append(" |");
        text.Append("\n|---|").Append(string.Concat(Enumerable.Repeat("---:|", heads.Length - 1))).Append('\n');
        foreach (ComparisonRow row in Rows)
        {
            text.Append("| ").Append(row.Label).Append(" |");
            foreach (string cell in Texts(row))
                text.Append(' ').Append(cell).Append(" |");
            text.Append('\n');
        }
        text.Append('\n');
        foreach (string note in AllNotes())
            text.Append("- ").Append(note).Append('\n');
        return text.ToString();
    }

    /// <summary>One line a row and column: row, column, published, mean, standard deviation, seeds.</summary>
    public string ToCsv()
    {
        using var text = new StringWriter { NewLine = "\n" };
        using (CsvWriter csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteRecord(["row", "column", "published", "measured", "deviation", "seeds"]);
            foreach (ComparisonRow row in Rows)
                foreach ((string column, ComparisonCell cell) in Columns.Zip(row.Cells))
                    csv.WriteRecord([
                        row.Label, column, cell.Published is { } published ? $"{published:0.########}" : "",
                        cell.Measured.Count > 0 ? $"{cell.Mean:0.########}" : "", cell.Measured.Count > 1 ? $"{cell.Deviation:0.########}" : "", $"{cell.Measured.Count}",
                    ]);
        }
        return text.ToString();
    }

    /// <summary>Writes NAME.md and NAME.csv into a folder; each is written aside and moved into place.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        AtomicFile.WriteText(Path.Combine(folder, Name + ".md"), ToMarkdown());
        AtomicFile.WriteText(Path.Combine(folder, Name + ".csv"), ToCsv());
    }

    /// <summary>Whether any row of a column is published.</summary>
    public bool IsPublished(int column) => Rows.Any(r => r.Cells[column].Published is not null);

    /// <summary>Column heads of the wide form: the row's name, then for each column published, where anything of it is, and measured.</summary>
    private IEnumerable<string> Heads()
    {
        bool any = Columns.Index().Any(c => IsPublished(c.Index));
        return [" ", .. Columns.Index().SelectMany(c => IsPublished(c.Index) ? new[] { $"{c.Item}, published", $"{c.Item}, measured" } : [any ? $"{c.Item}, measured" : c.Item])];
    }

    private IEnumerable<string> Texts(ComparisonRow row) =>
        row.Cells.Index().SelectMany(c => IsPublished(c.Index) ? new[] { c.Item.PublishedText, c.Item.MeasuredText } : [c.Item.MeasuredText]);

    /// <summary>The notes and, for each row that was not run, why.</summary>
    public IEnumerable<string> AllNotes() => Notes.Concat(Rows.Where(r => r.NotRun is not null).Select(r => $"{r.Label}: not run, {r.NotRun}"));
}
