using Microsoft.CodeAnalysis;

namespace Workbench.Kernel.Engine;

/// <summary>What a cell may name without a <c>#r</c>: the framework, the workbench's own library, and what its signatures show.</summary>
internal static class SessionReferences
{
    /// <summary>The class by which an assembly of the library formats types that are not its own, see <see cref="Display.LibraryFormatters"/>.</summary>
    public const string FormatterClass = "NotebookFormatters";

    /// <summary>Namespaces every cell sees, and one static class: those of .NET Interactive, and two that everybody misses there.</summary>
    private static readonly string[] s_imports =
    [
        "System", "System.IO", "System.Text", "System.Collections", "System.Collections.Generic", "System.Linq",
        "System.Threading", "System.Threading.Tasks",
        "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Kernel", "Microsoft.DotNet.Interactive.Formatting",
    ];

    /// <summary>The library, and packages whose types its signatures show.</summary>
    private static readonly string[] s_library = ["Workbench", "Workbench.Torch", "Workbench.Report"], s_packages = ["System.Numerics.Tensors"];

    static SessionReferences()
    {
        Library = [.. s_library.Select(Beside).Where(File.Exists)];
        List<string> imports = [.. s_imports];
        List<(string, string)> formatters = [];
        foreach (string path in Library)
        {
            string name = Path.GetFileNameWithoutExtension(path);
            (IReadOnlySet<string> namespaces, IReadOnlyList<string> named) = LibraryMetadata.Read(path, FormatterClass);
            if (namespaces.Contains(name)) // An import of a namespace that does not exist would not compile.
                imports.Add(name);
            formatters.AddRange(named.Select(type => (name, type)));
        }
        imports.Add("Workbench.Kernel");
        (Imports, Formatters) = (imports, formatters);
        Default =
        [
            .. Framework().Concat(Library).Concat(s_packages.Select(Beside).Where(File.Exists)).Append(typeof(SessionReferences).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }

    /// <summary>Files of the assemblies that lie beside the program and belong to the library.</summary>
    public static IReadOnlyList<string> Library { get; }

    /// <summary>The namespaces (and one static class) that a fresh session has imported; those of the library where it is there.</summary>
    public static IReadOnlyList<string> Imports { get; }

    /// <summary>The library's classes named <see cref="FormatterClass"/>: assembly and full name.</summary>
    public static IReadOnlyList<(string Assembly, string Type)> Formatters { get; }

    /// <summary>Metadata of everything a fresh session sees.</summary>
    public static IReadOnlyList<MetadataReference> Default { get; }

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    private static IEnumerable<string> Framework()
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string all = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        return all.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == folder);
    }
}
