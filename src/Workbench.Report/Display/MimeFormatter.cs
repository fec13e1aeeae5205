using System.Text.Json.Nodes;

namespace Workbench.Report.Display;

/// <summary>Writes one form of an <see cref="IMimeView"/>; found by the names of its two members.</summary>
/// <param name="mimeType">Which form.</param>
internal sealed class MimeFormatter(string mimeType)
{
    public string MimeType { get; } = mimeType;

    /// <summary>False where the value has no such form here. Images are written in base64, JSON as its text.</summary>
    public bool Format(object value, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        object? form = (value as IMimeView)?.ToMime(MimeType);
        switch (form)
        {
            case string text:
                writer.Write(text);
                return true;
            case byte[] bytes:
                writer.Write(Convert.ToBase64String(bytes));
                return true;
            case JsonNode json:
                writer.Write(json.ToJsonString());
                return true;
            default:
                return false;
        }
    }
}
