using System.Text;

namespace Workbench.Tests.Layering;

/// <summary>C# source as the layer checker sees it: comments gone, and literals apart from code.</summary>
/// <param name="Code">The text with every comment and every literal's content replaced by blanks; line ends stay.</param>
/// <param name="Literals">The contents of the string literals, in order.</param>
internal sealed record SourceText(string Code, IReadOnlyList<string> Literals)
{
    /// <summary>
    /// Splits source text. Interpolation holes count as part of the literal: a name used only inside one is missed,
    /// which is the price of not carrying a compiler here.
    /// </summary>
    public static SourceText Read(string text)
    {
        StringBuilder code = new(text.Length);
        List<string> literals = [];
        int at = 0;
        while (at < text.Length)
        {
            int end = EndOfComment(text, at);
            if (end == at && text[at] is '"' or '\'' or '@' or '$')
                end = EndOfLiteral(text, at, literals);
            if (end == at)
                code.Append(text[at++]);
            else
                for (; at < end; at++)
                    code.Append(text[at] == '\n' ? '\n' : ' ');
        }
        return new SourceText(code.ToString(), literals);
    }

    private static int EndOfComment(string text, int at)
    {
        if (At(text, at, "//"))
            return IndexOrEnd(text, "\n", at);
        return At(text, at, "/*") ? Math.Min(text.Length, IndexOrEnd(text, "*/", at + 2) + 2) : at;
    }

    /// <summary>The end of the literal that starts here, or <paramref name="at"/> where none does.</summary>
    private static int EndOfLiteral(string text, int at, List<string> literals)
    {
        if (text[at] == '\'')
            return EndOfEscaped(text, at + 1, '\'');
        int quote = at;
        while (quote < text.Length && text[quote] is '@' or '$')
            quote++;
        if (quote == text.Length || text[quote] != '"')
            return at;
        int quotes = 0;
        while (quote + quotes < text.Length && text[quote + quotes] == '"')
            quotes++;
        int start, end;
        if (quotes >= 3) // Raw: up to as many quotes again.
        {
            string fence = new('"', quotes);
            (start, end) = (quote + quotes, IndexOrEnd(text, fence, quote + quotes) + quotes);
            literals.Add(text[start..Math.Min(text.Length, Math.Max(start, end - quotes))]);
            return Math.Min(text.Length, end);
        }
        bool verbatim = text[at..quote].Contains('@', StringComparison.Ordinal);
        start = quote + 1;
        end = verbatim ? EndOfVerbatim(text, start) : EndOfEscaped(text, start, '"');
        literals.Add(text[start..Math.Max(start, end - 1)]);
        return end;
    }

    private static int EndOfEscaped(string text, int at, char close)
    {
        while (at < text.Length && text[at] != close && text[at] != '\n')
            at += text[at] == '\\' ? 2 : 1;
        return Math.Min(text.Length, at + 1);
    }

    private static int EndOfVerbatim(string text, int at)
    {
        while (at < text.Length && !(text[at] == '"' && !At(text, at, "\"\"")))
            at += text[at] == '"' ? 2 : 1;
        return Math.Min(text.Length, at + 1);
    }

    private static bool At(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    private static int IndexOrEnd(string text, string what, int from)
    {
        int found = from > text.Length ? -1 : text.IndexOf(what, from, StringComparison.Ordinal);
        return found < 0 ? text.Length : found;
    }
}
