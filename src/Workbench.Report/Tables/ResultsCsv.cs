using System.Globalization;
using CsvHelper;
using Workbench.Data;
using Workbench.Data.Formats;

namespace Workbench.Report.Tables;

/// <summary>Results tables as files: the long form that <see cref="ComparisonTable.Write"/> leaves in results/tables, and the same with differences.</summary>
public static class ResultsCsv
{
    private static readonly string[] s_columns = ["row", "column", "published", "measured", "deviation", "seeds"];

    /// <summary>True where a file has the columns of a results table.</summary>
    public static bool Is(string path)
    {
        try
        {
            return !s_columns.Except(CsvTable.Columns(path)).Any();
        }
        catch (DataFormatException)
        {
            return false;
        }
    }

    /// <summary>Reads NAME.csv, with the title and the notes of NAME.md beside it where that is there.</summary>
    /// <exception cref="DataFormatException">No such table: a column is missing, a number is none, rows have different columns.</exception>
    public static ResultsTable Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        List<string> columns = [], labels = [];
        Dictionary<(string Row, string Column), ResultCell> cells = [];
        foreach (CsvTable line in CsvTable.Read(path, s_columns))
        {
            (string row, string column) = (line["row"], line["column"]);
            if (!labels.Contains(row))
                labels.Add(row);
            if (!columns.Contains(column))
                columns.Add(column);
            var cell = new ResultCell(Number(line, "published"), Number(line, "measured"), Number(line, "deviation") ?? 0, (int)line.Number("seeds"));
            if (!cells.TryAdd((row, column), cell))
                throw line.Error("row", $"the row '{row}' has the column '{column}' twice");
        }
        if (labels.Count == 0)
            throw new DataFormatException(path, "line 2", "a results table was expected, the file has no row");
        foreach (string row in labels)
            foreach (string column in columns)
                if (!cells.ContainsKey((row, column)))
                    throw new DataFormatException(path, $"row '{row}'", $"the column '{column}' was expected as in other rows");
        string[] text = File.Exists(Path.ChangeExtension(path, ".md")) ? File.ReadAllLines(Path.ChangeExtension(path, ".md")) : [];
        string name = Path.GetFileNameWithoutExtension(path);
        return new ResultsTable(
            name, text.FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim() ?? name, columns,
            [.. labels.Select(row => new ResultRow(row, [.. columns.Select(column => cells[(row, column)])]))],
            [.. text.Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..])]);
    }

    internal static string Write(ResultsTable table)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using (CsvWriter csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteRecord([.. s_columns, "difference"]);
            foreach (ResultRow row in table.Rows)
                foreach ((string column, ResultCell cell) in table.Columns.Zip(row.Cells))
                    csv.WriteRecord([row.Label, column, Text(cell.Published), Text(cell.Measured), cell.Seeds > 1 ? Text(cell.Deviation) : "", $"{cell.Seeds}", Text(cell.Difference)]);
        }
        return text.ToString();
    }

    private static double? Number(CsvTable line, string column) => line[column].Length == 0 ? null : line.Number(column);

    private static string Text(double? value) => value is { } number ? number.ToString("0.########", CultureInfo.InvariantCulture) : "";
}
