using System.Text;

namespace Workbench.Report.Tables;

/// <summary>A results table in letters of equal width.</summary>
internal static class ResultsText
{
    public static string Write(ResultsTable table)
    {
        List<string[]> lines = [Heads(table, (column, part) => part == 0 ? column : ""), Heads(table, (_, part) => part < 0 ? "" : Enum.GetName((ResultPart)part)!.ToLowerInvariant(), named: true)];
        for (int r = 0; r < table.Rows.Count; r++)
        {
            int row = r;
            lines.Add([table.Rows[r].Label, .. Enumerable.Range(0, table.Columns.Count).SelectMany(c => table.Parts(c).Select(part =>
                table.Rows[row].Cells[c].Text(part) + (table.IsBest(row, c, part) ? "*" : " ")).DefaultIfEmpty("– "))]);
        }
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(c => lines.Skip(1).Max(line => line[c].Length))];
        var text = new StringBuilder(table.Title).Append('\n');
        foreach (string[] line in lines)
        {
            var built = new StringBuilder(line[0].PadRight(widths[0]));
            for (int c = 1; c < line.Length; c++)
                // A long head runs over the empty heads to its right.
                built.Append("  ").Append(ReferenceEquals(line, lines[0]) ? line[c].PadRight(widths[c]) : line[c].PadLeft(widths[c]));
            text.Append(ReferenceEquals(line, lines[0]) ? FirstLine(line, widths) : built.ToString().TrimEnd()).Append('\n');
        }
        foreach (string note in table.Notes)
            text.Append("- ").Append(note).Append('\n');
        return text.ToString();
    }

    /// <summary>Heads start where their columns do and are cut where the next one starts.</summary>
    private static string FirstLine(string[] heads, int[] widths)
    {
        var line = new StringBuilder(new string(' ', widths[0]));
        for (int c = 1; c < heads.Length;)
        {
            int next = c + 1;
            while (next < heads.Length && heads[next].Length == 0)
                next++;
            int room = Enumerable.Range(c, next - c).Sum(i => widths[i] + 2) - 2;
            line.Append("  ").Append(Charts.PlotlyText.Shorten(heads[c], Math.Max(room, 1)).PadRight(room));
            c = next;
        }
        return line.ToString().TrimEnd();
    }

    private static string[] Heads(ResultsTable table, Func<string, int, string> head, bool named = false) =>
    [
        "",
        .. table.Columns.SelectMany((column, c) => table.Parts(c).Count == 0
            ? [head(column, named ? -1 : 0)]
            : table.Parts(c).Select((part, i) => head(column, named ? (int)part : i))),
    ];
}
