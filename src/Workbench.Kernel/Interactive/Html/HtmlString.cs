using System.Text.Encodings.Web;

namespace Microsoft.AspNetCore.Html;

/// <summary>Text that is HTML already.</summary>
public sealed class HtmlString(string? value) : IHtmlContent
{
    /// <summary>The HTML.</summary>
    public string? Value => value;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(value);
    }

    /// <inheritdoc/>
    public override string ToString() => value ?? "";
}
