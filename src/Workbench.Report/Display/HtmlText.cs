using System.Text;

namespace Workbench.Report.Display;

/// <summary>Text inside HTML: only what HTML itself needs is escaped, so that "×" and "±" stay legible in stored notebooks.</summary>
internal static class HtmlText
{
    public static string Escape(string text) => new StringBuilder(text)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").ToString();
}
