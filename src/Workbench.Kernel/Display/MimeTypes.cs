namespace Workbench.Kernel.Display;

/// <summary>The MIME types that the kernel speaks of by name.</summary>
internal static class MimeTypes
{
    public const string Text = "text/plain", Html = "text/html", Markdown = "text/markdown", Mermaid = "text/vnd.mermaid",
        JavaScript = "application/javascript", Json = "application/json", Png = "image/png", Svg = "image/svg+xml";

    /// <summary>The content travels as a JSON value, not as a string.</summary>
    public static bool IsJson(string mimeType) =>
        mimeType == Json || mimeType.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>The content is bytes, which travel in base 64. SVG is text.</summary>
    public static bool IsBinary(string mimeType) =>
        mimeType.StartsWith("image/", StringComparison.Ordinal) && mimeType != Svg
        || mimeType.StartsWith("audio/", StringComparison.Ordinal) || mimeType.StartsWith("video/", StringComparison.Ordinal) || mimeType == "application/pdf";
}
