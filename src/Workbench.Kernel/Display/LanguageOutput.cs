using Workbench.Kernel.Magics;

namespace Workbench.Kernel.Display;

/// <summary>What a part of a cell in another language than C# shows.</summary>
internal static class LanguageOutput
{
    public static MimeBundle Of(CellLanguage language, string text) => language switch
    {
        CellLanguage.Html => MimeBundle.Of((MimeTypes.Html, text), (MimeTypes.Text, text)),
        CellLanguage.Markdown => MimeBundle.Of((MimeTypes.Markdown, text), (MimeTypes.Text, text)),
        CellLanguage.Mermaid => MimeBundle.Of((MimeTypes.Mermaid, text), (MimeTypes.Text, text)),
        CellLanguage.JavaScript => Script(text),
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Html, Markdown, Mermaid or JavaScript was expected."),
    };

    /// <summary>As .NET Interactive does: a script element.</summary>
    public static MimeBundle Script(string code) =>
        MimeBundle.Of((MimeTypes.Html, $"<script type=\"text/javascript\">{code}</script>"), (MimeTypes.Text, "(JavaScript, for clients that run it)"));
}
