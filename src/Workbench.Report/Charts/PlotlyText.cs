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

    /// <summary>The text in lines of at most so many letters, broken at blanks; a longer word keeps its line.</summary>
    public static string Wrap(string text, int most)
    {
        var wrapped = new StringBuilder(text.Length + 4);
        foreach (string line in text.Split('\n'))
        {
            int length = 0;
            foreach (string word in line.Split(' '))
            {
                bool fits = length + 1 + word.Length <= most;
                if (wrapped.Length > 0 && length == 0 && wrapped[^1] != '\n')
                    wrapped.Append('\n');
                else if (length > 0)
                    wrapped.Append(fits ? ' ' : '\n');
                length = length > 0 && fits ? length + 1 + word.Length : word.Length;
                wrapped.Append(word);
            }
        }
        return wrapped.ToString();
    }

    /// <summary>Lines of a text.</summary>
    public static int Lines(string text) => 1 + text.Count(c => c == '\n');

    /// <summary>The text, cut to a length with an ellipsis.</summary>
    public static string Shorten(string text, int most) => text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";
}
