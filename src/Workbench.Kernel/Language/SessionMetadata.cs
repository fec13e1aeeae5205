using Microsoft.CodeAnalysis;
using Workbench.Kernel.Engine;
using Workbench.Kernel.Packages;

namespace Workbench.Kernel.Language;

/// <summary>
/// What a fresh session sees, for the language service: of the framework the SDK's reference assemblies where they are,
/// since the documentation lies beside them.
/// </summary>
internal static class SessionMetadata
{
    public static string[] Imports() => [.. SessionReferences.Imports];

    public static string[] Files()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] all = [.. SessionReferences.Default.Select(r => r.Display!)];
        return ReferenceFolder() is not { } folder ? all
            : [.. Directory.EnumerateFiles(folder, "*.dll"), .. all.Where(f => Path.GetDirectoryName(f) != framework)];
    }

    /// <summary>Metadata of a file, with the documentation that lies beside it.</summary>
    public static MetadataReference Read(string path)
    {
        string xml = Path.ChangeExtension(path, ".xml");
        return MetadataReference.CreateFromFile(path, documentation: File.Exists(xml) ? XmlDocumentationProvider.CreateFromFile(xml) : null);
    }

    private static string? ReferenceFolder()
    {
        string packs = Path.Combine(Path.GetDirectoryName(DotnetProgram.Path) ?? ".", "packs", "Microsoft.NETCore.App.Ref");
        string version = $"{Environment.Version.Major}.{Environment.Version.Minor}";
        return !Directory.Exists(packs) ? null : Directory.EnumerateDirectories(packs, $"{version}.*")
            .Select(folder => Path.Combine(folder, "ref", $"net{version}"))
            .Where(Directory.Exists)
            .Order(StringComparer.Ordinal).LastOrDefault();
    }
}
