using System.Text;
using Workbench.Report.Display;

namespace Workbench.Report.Tables;

/// <summary>A results table as HTML that takes its colours from the page, light or dark.</summary>
internal static class ResultsHtml
{
    private const string Line = "border:0;border-bottom:1px solid rgba(128,128,128,.5)", Cell = "padding:2px 10px;text-align:right;white-space:nowrap", Quiet = "opacity:.7";

    public static string Write(ResultsTable table)
    {
        var html = new StringBuilder("<table style=\"border-collapse:collapse\">");
        html.Append("<caption style=\"text-align:left;font-weight:bold;padding:4px 0\">").Append(Text(table.Title)).Append("</caption><thead><tr>");
        html.Append($"<th rowspan=\"2\" style=\"{Line}\"></th>");
        for (int c = 0; c < table.Columns.Count; c++)
            html.Append($"<th colspan=\"{Math.Max(1, table.Parts(c).Count)}\" style=\"{Cell};text-align:center\">").Append(Text(table.Columns[c])).Append("</th>");
        html.Append("</tr><tr>");
        for (int c = 0; c < table.Columns.Count; c++)
            foreach (string head in table.Parts(c).Select(part => part.ToString().ToLowerInvariant()).DefaultIfEmpty(""))
                html.Append($"<th style=\"{Cell};{Line};font-weight:normal;{Quiet}\">").Append(head).Append("</th>");
        html.Append("</tr></thead><tbody>");
        for (int r = 0; r < table.Rows.Count; r++)
        {
            html.Append("<tr><td style=\"padding:2px 10px 2px 0;text-align:left\">").Append(Text(table.Rows[r].Label)).Append("</td>");
            for (int c = 0; c < table.Columns.Count; c++)
                foreach (ResultPart? part in table.Parts(c).Select(part => (ResultPart?)part).DefaultIfEmpty(null))
                    html.Append(part is { } there ? Number(table, r, c, there) : $"<td style=\"{Cell}\">–</td>");
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
        if (table.Notes.Count > 0)
            html.Append("<ul style=\"font-size:smaller\">").AppendJoin("", table.Notes.Select(note => $"<li>{Text(note)}</li>")).Append("</ul>");
        return html.ToString();
    }

    private static string Number(ResultsTable table, int row, int column, ResultPart part)
    {
        string text = Text(table.Rows[row].Cells[column].Text(part));
        string style = part == ResultPart.Measured ? Cell : $"{Cell};{Quiet}";
        return $"<td style=\"{style}\">{(table.IsBest(row, column, part) ? $"<b>{text}</b>" : text)}</td>";
    }

    private static string Text(string text) => HtmlText.Escape(text);
}
