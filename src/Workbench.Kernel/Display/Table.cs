using System.Collections;
using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Workbench.Kernel.Display;

/// <summary>A sequence of records as rows and columns.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">Texts, a row each.</param>
/// <param name="IsNumber">Whether a column holds only numbers, which are set to the right.</param>
/// <param name="Omitted">"12 more" where the sequence goes on; null where it is complete.</param>
internal sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows, bool[] IsNumber, string? Omitted)
{
    /// <summary>The table of a sequence of records, tuples, dictionaries' pairs or a DataTable; null for anything else.</summary>
    public static Table? TryRead(object value, int limit)
    {
        if (value is DataTable data)
            return FromDataTable(data, limit);
        if (value is not IEnumerable sequence || value is string)
            return null;
        List<object> rows = [];
        bool more = false;
        foreach (object? element in sequence)
        {
            if (element is null || !IsRecord(element))
                return null;
            more = rows.Count == limit;
            if (more)
                break;
            rows.Add(element);
        }
        if (rows.Count == 0)
            return null;
        string? omitted = !more ? null : sequence is ICollection { Count: var count } ? $"{count - limit} more" : "more";
        if (rows.TrueForAll(r => r is ITuple))
            return FromTuples([.. rows.Cast<ITuple>()], omitted);
        Type[] types = [.. rows.Select(r => r.GetType()).Distinct()];
        string[] columns = [.. types.SelectMany(t => Members.Of(t).Select(m => m.Name)).Distinct()];
        var readers = types.ToDictionary(t => t, t => Members.Of(t).ToDictionary(m => m.Name, m => m.Read));
        return Build(columns, [.. rows.Select(row => columns
            .Select(c => readers[row.GetType()].TryGetValue(c, out var read) ? Members.Read(read, row) : "").ToArray())], omitted);
    }

    public string ToHtml()
    {
        StringBuilder html = new("<table>\n<thead><tr>");
        foreach (string column in Columns)
            html.Append($"<th>{HtmlText.Encode(column)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (string[] row in Rows)
        {
            html.Append("<tr>");
            for (int i = 0; i < row.Length; i++)
                html.Append($"<td style=\"text-align: {(IsNumber[i] ? "right" : "left")}\">{HtmlText.Encode(row[i])}</td>");
            html.Append("</tr>\n");
        }
        if (Omitted is not null)
            html.Append($"<tr><td colspan=\"{Columns.Count}\" style=\"text-align: left\">… {Omitted}</td></tr>\n");
        return html.Append("</tbody>\n</table>").ToString();
    }

    public string ToText()
    {
        int[] widths = [.. Columns.Select((c, i) => Rows.Select(r => r[i].Length).Append(c.Length).Max())];
        IEnumerable<string> lines = Rows.Select(Line).Prepend(string.Join("  ", widths.Select(w => new string('-', w)))).Prepend(Line([.. Columns]));
        return string.Join('\n', Omitted is null ? lines : lines.Append($"… {Omitted}"));

        string Line(string[] cells) => string.Join("  ", cells.Select((c, i) => IsNumber[i] ? c.PadLeft(widths[i]) : c.PadRight(widths[i]))).TrimEnd();
    }

    private static bool IsRecord(object element) =>
        !PlainText.IsScalar(element.GetType()) && element is not (IEnumerable or Delegate or Task or Microsoft.AspNetCore.Html.IHtmlContent)
        && !Conventions.IsDeclaredBy(element) && (element is ITuple || Members.Of(element.GetType()).Count > 0);

    private static Table FromTuples(ITuple[] rows, string? omitted)
    {
        int width = rows.Max(r => r.Length);
        return Build([.. Enumerable.Range(1, width).Select(i => $"Item{i}")], [.. rows.Select(r => Enumerable.Range(0, width).Select(i => i < r.Length ? r[i] : "").ToArray())], omitted);
    }

    private static Table FromDataTable(DataTable data, int limit) => Build(
        [.. data.Columns.Cast<DataColumn>().Select(c => c.ColumnName)],
        [.. data.Rows.Cast<DataRow>().Take(limit).Select(r => r.ItemArray)],
        data.Rows.Count > limit ? $"{data.Rows.Count - limit} more" : null);

    private static Table Build(string[] columns, object?[][] rows, string? omitted)
    {
        bool[] numbers = [.. columns.Select((_, i) => rows.All(r => r[i] is null or IConvertible and not (string or bool or char or DateTime or Enum)) && rows.Any(r => r[i] is not null))];
        return new Table(columns, [.. rows.Select(row => row.Select(Cell).ToArray())], numbers, omitted);
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        double or float => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => PlainText.Of(value).ReplaceLineEndings(" "),
    };
}
