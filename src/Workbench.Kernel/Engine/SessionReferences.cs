using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Workbench.Kernel.Engine;

/// <summary>What a cell may name without a <c>#r</c>: the framework, the workbench's own library, and what its signatures show.</summary>
internal static class SessionReferences
{
    /// <summary>Namespaces every cell sees, those of .NET Interactive first.</summary>
    private static readonly string[] s_imports =
    [
        "System", "System.IO", "System.Text", "System.Collections", "System.Collections.Generic", "System.Linq",
        "System.Threading", "System.Threading.Tasks",
        "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Kernel", "Microsoft.DotNet.Interactive.Formatting",
    ];

    private static readonly string[] s_library = ["Workbench", "Workbench.Torch", "Workbench.Report"];

    /// <summary>Packages whose types the library's signatures show.</summary>
    private static readonly string[] s_packages = ["System.Numerics.Tensors"];

    /// <summary>Files of the assemblies that lie beside the program and belong to the library.</summary>
    public static IReadOnlyList<string> Library { get; } =
        [.. s_library.Select(Beside).Where(File.Exists)];

    /// <summary>Metadata of everything a fresh session sees.</summary>
    public static IReadOnlyList<MetadataReference> Default { get; } =
    [
        .. Framework().Concat(Library).Concat(s_packages.Select(Beside).Where(File.Exists)).Append(typeof(SessionReferences).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The namespaces (and one static class) that a fresh session has imported; those of the library where it is there.</summary>
    public static IReadOnlyList<string> Imports { get; } = [.. s_imports, .. LibraryNamespaces(), "Workbench.Kernel"];

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    private static IEnumerable<string> Framework()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string all = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        return all.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == folder);
    }

    /// <summary>An import of a namespace that no assembly has does not compile, so each is looked up.</summary>
    private static IEnumerable<string> LibraryNamespaces() =>
        Library.Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => Assembly.Load(name).GetExportedTypes().Any(type => type.Namespace == name));
}
