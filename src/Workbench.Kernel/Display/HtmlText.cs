using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Workbench.Kernel.Display;

/// <summary>Letters to HTML.</summary>
internal static class HtmlText
{
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    public static string Of(IHtmlContent content)
    {
        using StringWriter writer = new();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
