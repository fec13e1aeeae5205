using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Workbench.Kernel.Engine;
using Workbench.Kernel.Packages;

namespace Workbench.Kernel.Tests.Magics;

public sealed class ReferenceTests : IDisposable
{
    private readonly TestSession _session = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_dll_is_used_from_a_copy_and_brings_those_beside_it()
    {
        string helper = Compile("Helper", "public static class Helper { public static int One => 1; }");
        string library = Compile("Library", "public static class Library { public static int Two => Helper.One + 1; }", helper);
        Assert.Equal("2", _session.Evaluate($"#r \"{library}\"\nLibrary.Two"));
        File.WriteAllText(library, "rebuilt, and broken for now"); // Nobody has it open.
        Assert.Equal("2", _session.Evaluate("Library.Two"));
        Assert.Contains("There is no file", _session.Run("#r \"nowhere/x.dll\"").Error!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_state_of_a_loaded_dll_asks_for_a_restart()
    {
        string library = Compile("Library", "public static class Library { public static int V => 1; }");
        Assert.Equal("1", _session.Evaluate($"#r \"{library}\"\nLibrary.V"));
        File.Delete(library);
        Compile("Library", "public static class Library { public static int V => 2; public static int New => 3; }");
        Assert.Contains("Restart the kernel", _session.Run($"#r \"{library}\"\nLibrary.V").Error!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Native_and_runtime_files_of_packages_are_chosen_for_this_machine()
    {
        string machine = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        foreach (string file in (string[])["ref/net8.0/X.dll", "lib/net8.0/X.dll", $"runtimes/{system}/lib/net8.0/X.dll", $"runtimes/{system}-{machine}/native/libx.so", "runtimes/haiku-x64/native/libx.so"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.File($"x/1.0.0/{file}"))!);
            File.WriteAllText(_folder.File($"x/1.0.0/{file}"), "");
        }
        string assets = _folder.File("project.assets.json");
        string text = """
            {"targets": {"net10.0": {"X/1.0.0": {"type": "package", "compile": {"ref/net8.0/X.dll": {}}, "runtime": {"lib/net8.0/X.dll": {}},
              "runtimeTargets": {"runtimes/SYSTEM/lib/net8.0/X.dll": {"assetType": "runtime", "rid": "SYSTEM"},
                "runtimes/SYSTEM-MACHINE/native/libx.so": {"assetType": "native", "rid": "SYSTEM-MACHINE"},
                "runtimes/haiku-x64/native/libx.so": {"assetType": "native", "rid": "haiku-x64"}}},
              "P/1.0.0": {"type": "project"}}},
             "libraries": {"X/1.0.0": {"path": "x/1.0.0"}}, "packageFolders": {"FOLDER": {}}}
            """;
        File.WriteAllText(assets, text.Replace("SYSTEM", system, StringComparison.Ordinal).Replace("MACHINE", machine, StringComparison.Ordinal)
            .Replace("FOLDER", _folder.Path.Replace("\\", "\\\\", StringComparison.Ordinal), StringComparison.Ordinal));
        ResolvedPackages found = ResolvedPackages.Read(assets)!;
        Assert.Equal([_folder.File("x/1.0.0/ref/net8.0/X.dll")], found.Compile);
        Assert.Equal([_folder.File($"x/1.0.0/runtimes/{system}/lib/net8.0/X.dll")], found.Runtime);
        Assert.Equal([_folder.File($"x/1.0.0/runtimes/{system}-{machine}/native/libx.so")], found.Native);
        File.Delete(_folder.File("x/1.0.0/ref/net8.0/X.dll"));
        Assert.Null(ResolvedPackages.Read(assets));
    }

    // A package that the tests themselves are built with is in NuGet's cache, so no network is needed.
    [Fact]
    public void A_package_is_restored_and_a_second_version_of_it_refused()
    {
        Assert.Equal("Markup", _session.Evaluate("#r \"nuget: Spectre.Console, 0.49.1\"\nusing Spectre.Console;\ntypeof(Markup).Name"));
        Assert.Contains("Restart the kernel to use 0.48.0", _session.Run("#r \"nuget: Spectre.Console, 0.48.0\"").Error!.Value, StringComparison.Ordinal);
        Assert.Equal("Markup", _session.Evaluate("#r \"nuget: Spectre.Console, 0.49.1\"\ntypeof(Markup).Name"));
    }

    [Fact]
    public void A_package_that_does_not_exist_is_an_error_in_NuGets_words()
    {
        CellResult result = _session.Run("#i \"nuget:" + _folder.Path.Replace('\\', '/') + "\"\n#r \"nuget: Workbench.No.Such.Package, 1.0.0\"\n1");
        Assert.StartsWith("Package: error NU", result.Error!.Value, StringComparison.Ordinal);
        Assert.Contains("Cell In[1], line 2", result.Error.Traceback);
        Assert.Contains("was expected", _session.Run("#r \"nuget: A, B, C\"").Error!.Value, StringComparison.Ordinal);
    }

    private string Compile(string name, string code, params string[] references)
    {
        string path = _folder.File(name + ".dll");
        var compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(code)], [.. SessionReferences.Default, .. references.Select(r => MetadataReference.CreateFromFile(r))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(path).Success);
        return path;
    }
}
