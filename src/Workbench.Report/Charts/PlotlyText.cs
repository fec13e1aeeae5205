using System.Text;

namespace Workbench.Report.Charts;

/// <summary>Texts of figures are plain: plotly.js would read tags in them, so what could be one is written as an entity.</summary>
internal static class PlotlyText
{
    /// <summary>The text with &amp;, &lt; and &gt; as entities and line ends as line breaks.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAny("&<>\r\n") < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (char c in text)
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\n' => escaped.Append("<br>"),
                '\r' => escaped,
                _ => escaped.Append(c),
            };
        return escaped.ToString();
    }

    /// <summary>The plain text of an escaped one.</summary>
    public static string Unescape(string text) => text
        .Replace("<br>", "\n", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>The text, cut to a length with an ellipsis.</summary>
    public static string Shorten(string text, int most) => text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";
}
