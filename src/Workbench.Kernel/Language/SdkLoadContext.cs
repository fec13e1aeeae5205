using System.Reflection;
using System.Runtime.Loader;
using Workbench.Kernel.Packages;

namespace Workbench.Kernel.Language;

/// <summary>
/// A world with the compiler and the editor features of the machine's SDK, which <c>dotnet format</c> brings and no feed
/// has, and a second copy of this assembly that runs on them. Its place in the SDK is documented nowhere, so everything
/// works without it, only less well.
/// </summary>
internal sealed class SdkLoadContext : AssemblyLoadContext
{
    private static readonly string[] s_prefixes = ["Microsoft.CodeAnalysis", "Microsoft.DiaSymReader", "System.Composition", "Humanizer"];
    private readonly string _folder;

    private SdkLoadContext(string folder) : base("editor features of the SDK") => _folder = folder;

    /// <summary>A host on the SDK's editor features; null where the SDK has none.</summary>
    public static Func<string, string>? CreateHost()
    {
        string? folder = DotnetProgram.SdkFolder is { } sdk ? Path.Combine(sdk, "DotnetTools", "dotnet-format") : null;
        if (folder is null || !File.Exists(Path.Combine(folder, "Microsoft.CodeAnalysis.CSharp.Features.dll")))
            return null;
        Assembly copy = new SdkLoadContext(folder).LoadFromAssemblyPath(typeof(SdkLoadContext).Assembly.Location);
        MethodInfo create = copy.GetType(typeof(LanguageHost).FullName!)!.GetMethod(nameof(LanguageHost.Create), BindingFlags.Static | BindingFlags.Public)!;
        return (Func<string, string>)create.Invoke(null, [SessionMetadata.Imports(), SessionMetadata.Files()])!;
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name || !s_prefixes.Any(p => name.StartsWith(p, StringComparison.Ordinal)))
            return null;
        string file = Path.Combine(_folder, name + ".dll");
        return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}
