using System.Text.Json.Nodes;

namespace Workbench.Kernel;

/// <summary>The language as notebooks and clients name it. Written into every notebook, so it says nothing of the machine.</summary>
internal static class KernelLanguage
{
    public const string Name = "C#", MimeType = "text/x-csharp", FileExtension = ".cs", Version = "14.0";

    public static JsonObject Info() => new()
    {
        ["file_extension"] = FileExtension,
        ["mimetype"] = MimeType,
        ["name"] = Name,
        ["pygments_lexer"] = "csharp",
        ["version"] = Version,
    };
}
