using System.Text.Encodings.Web;

namespace Microsoft.AspNetCore.Html;

/// <summary>What writes itself as HTML. Named as in ASP.NET, where .NET Interactive has it from.</summary>
public interface IHtmlContent
{
    /// <summary>Writes the HTML.</summary>
    void WriteTo(TextWriter writer, HtmlEncoder encoder);
}
