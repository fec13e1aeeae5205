using System.Text.Json;
using System.Text.Json.Nodes;
using Workbench.Data;
using Workbench.Experiments;
using Workbench.Report.Charts;
using Workbench.Report.Rendering;

namespace Workbench.Report.Tables;

/// <summary>Tables and figures of results/ as files for papers.</summary>
/// <param name="tables">The folder of committed tables.</param>
/// <param name="figures">The folder of committed figures; those kept as .json can be drawn anew.</param>
/// <param name="papers">The published tables.</param>
public sealed class TableExport(string tables, string figures, string papers)
{
    /// <summary>Endings of what is drawn.</summary>
    public static IReadOnlyList<string> PictureFormats { get; } = ["svg", "pdf", "png"];

    /// <summary>Endings of what is written as text.</summary>
    public static IReadOnlyList<string> TextFormats { get; } = ["tex", "csv"];

    /// <summary>Names of the results tables there are.</summary>
    public IReadOnlyList<string> Tables => Names(tables, "*.csv", ResultsCsv.Is);

    /// <summary>Names of the figures that can be drawn anew.</summary>
    public IReadOnlyList<string> Figures => Names(figures, "*.json", _ => true);

    /// <summary>The tables of that number in all their variants ("6": table6-quick-paper, …), or of that name; where nothing was measured, the published one of the first paper that has the number.</summary>
    /// <exception cref="ArgumentException">There is none; the message names those there are.</exception>
    public IReadOnlyList<ResultsTable> Find(string table)
    {
        ArgumentException.ThrowIfNullOrEmpty(table);
        IReadOnlyList<string> names = Tables;
        string[] found = names.Contains(table) ? [table] : [.. names.Where(name => name.StartsWith($"table{table}-", StringComparison.Ordinal) && IsVariant(name, table))];
        if (found.Length > 0)
            return [.. found.Select(name => ResultsCsv.Read(Path.Combine(tables, name + ".csv")))];
        PublishedTable? published = PublishedTables.Load(papers).Tables.Where(t => t.Paper.StartsWith("whatwhenwhere", StringComparison.Ordinal) && t.Columns.Count > 0).FirstOrDefault(t => t.Number == table);
        return published is not null
            ? [PublishedResults.Of(published)]
            : throw new ArgumentException($"There is no table '{table}': measured are {string.Join(", ", names)}, published others of What-When-Where by their number.", nameof(table));
    }

    /// <summary>A committed figure.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    /// <exception cref="DataFormatException">The file is no figure.</exception>
    public Figure Figure(string name)
    {
        string path = Path.Combine(figures, name + ".json");
        if (!File.Exists(path))
            throw new ArgumentException($"There is no figure '{name}'; there are {string.Join(", ", ResultsFigures.Names.Concat(Figures))}.", nameof(name));
        try
        {
            return Charts.Figure.FromJson(JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? []);
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            throw new DataFormatException(path, "the outermost value", "a figure was expected: " + error.Message, error);
        }
    }

    /// <summary>Writes a table as text in the formats asked for; gives the paths.</summary>
    public static IEnumerable<string> Write(ResultsTable table, string folder, IEnumerable<string> formats, PageWidth page)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(page);
        foreach (string format in formats.Intersect(TextFormats))
        {
            string path = Path.Combine(folder, $"{table.Name}.{format}");
            AtomicFile.WriteText(path, format == "tex" ? table.ToLatex(page.Millimetres > PageWidth.SingleColumn * 1.2, page.FontPoints) : table.ToCsv());
            yield return path;
        }
    }

    /// <summary>Draws a figure in the formats asked for, a PNG with 300 dots an inch; gives the paths.</summary>
    /// <exception cref="PlatformNotSupportedException">Chromium or plotly.js is missing.</exception>
    public static IEnumerable<string> Draw(Figure figure, string name, string folder, IEnumerable<string> formats, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(figure);
        foreach (string format in formats.Intersect(PictureFormats))
        {
            if (FigureRenderer.WhyMissing is { } missing)
                throw new PlatformNotSupportedException(missing);
            string path = Path.Combine(folder, $"{name}.{format}");
            figure.Save(path, 300.0 / 96, cancellation);
            yield return path;
        }
    }

    /// <summary>"table6-s3d-quick-paper" is no variant of table 6 where there is a table "6-s3d".</summary>
    private static bool IsVariant(string name, string table) =>
        !Experiments.Tables.PaperTables.Numbers.Any(number => number.Length > table.Length && number.StartsWith(table + "-", StringComparison.Ordinal) && name.StartsWith($"table{number}-", StringComparison.Ordinal));

    private static string[] Names(string folder, string pattern, Func<string, bool> fits) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, pattern).Where(fits).Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)]
        : [];
}
