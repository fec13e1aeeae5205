using System.Globalization;
using System.Text;

namespace Workbench.Report.Tables;

/// <summary>A results table for LaTeX with the package booktabs.</summary>
internal static class ResultsLatex
{
    private static readonly Dictionary<char, string> s_special = new()
    {
        ['\\'] = "\\textbackslash{}",
        ['&'] = "\\&",
        ['%'] = "\\%",
        ['$'] = "\\$",
        ['#'] = "\\#",
        ['_'] = "\\_",
        ['{'] = "\\{",
        ['}'] = "\\}",
        ['~'] = "\\textasciitilde{}",
        ['^'] = "\\textasciicircum{}",
        ['±'] = "$\\pm$",
        ['−'] = "$-$",
        ['–'] = "--",
        ['×'] = "$\\times$",
        ['≤'] = "$\\le$",
        ['≥'] = "$\\ge$",
        ['<'] = "$<$",
        ['>'] = "$>$",
        ['…'] = "\\dots{}",
        ['δ'] = "$\\delta$",
        ['ε'] = "$\\epsilon$",
        ['†'] = "\\dag{}",
        ['‡'] = "\\ddag{}",
        ['→'] = "$\\rightarrow$",
    };

    public static string Write(ResultsTable table, bool twoColumns, double fontPoints)
    {
        string environment = twoColumns ? "table*" : "table";
        int[] counts = [.. Enumerable.Range(0, table.Columns.Count).Select(c => Math.Max(1, table.Parts(c).Count))];
        var text = new StringBuilder("% needs \\usepackage{booktabs}\n");
        text.Append(CultureInfo.InvariantCulture, $"\\begin{{{environment}}}\n  \\centering\n  \\fontsize{{{fontPoints:0.#}}}{{{fontPoints * 1.2:0.#}}}\\selectfont\n");
        text.Append($"  \\begin{{tabular}}{{l{string.Concat(counts.Select(count => " " + new string('r', count)))}}}\n    \\toprule\n");
        text.Append("    ").AppendJoin("", table.Columns.Select((column, c) => $" & \\multicolumn{{{counts[c]}}}{{c}}{{{Escape(column)}}}")).Append(" \\\\\n    ");
        for (int c = 0, at = 2; c < counts.Length && table.OnlyPart is null; at += counts[c++])
            text.Append($"\\cmidrule(lr){{{at}-{at + counts[c] - 1}}}");
        if (table.OnlyPart is null)
            text.Append("\n    ").AppendJoin("", Enumerable.Range(0, table.Columns.Count).SelectMany(c => table.Parts(c).Select(part => " & " + part.ToString().ToLowerInvariant()).DefaultIfEmpty(" &"))).Append(" \\\\\n    ");
        text.Append("\\midrule\n");
        for (int r = 0; r < table.Rows.Count; r++)
        {
            text.Append("    ").Append(Escape(table.Rows[r].Label));
            for (int c = 0; c < table.Columns.Count; c++)
                foreach (ResultPart? part in table.Parts(c).Select(part => (ResultPart?)part).DefaultIfEmpty(null))
                    text.Append(" & ").Append(part is { } there ? Number(table, r, c, there) : "--");
            text.Append(" \\\\\n");
        }
        text.Append($"    \\bottomrule\n  \\end{{tabular}}\n  \\caption{{{Escape(table.Title)}.}}\n  \\label{{tab:{table.Name}}}\n\\end{{{environment}}}\n");
        foreach (string note in table.Notes)
            text.Append("% ").Append(note.ReplaceLineEndings(" ")).Append('\n');
        return text.ToString();
    }

    /// <summary>Plain text as LaTeX prints it.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        bool open = false;
        foreach (char c in text)
            if (c == '"')
                escaped.Append((open = !open) ? "``" : "''");
            else
                escaped.Append(s_special.TryGetValue(c, out string? special) ? special : c.ToString());
        return escaped.ToString();
    }

    private static string Number(ResultsTable table, int row, int column, ResultPart part)
    {
        string text = Escape(table.Rows[row].Cells[column].Text(part));
        return table.IsBest(row, column, part) ? $"\\textbf{{{text}}}" : text;
    }
}
