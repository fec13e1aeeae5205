namespace Workbench.Report.Display;

/// <summary>A value that a notebook or a file can show in several forms, each named by a MIME type.</summary>
public interface IMimeView
{
    /// <summary>What <see cref="ToMime"/> knows, richest first; text/plain is always the last.</summary>
    IReadOnlyList<string> MimeTypes { get; }

    /// <summary>One form: a string, the bytes of an image, or a JsonNode. Null where it cannot be made on this machine.</summary>
    object? ToMime(string mimeType);
}
