using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Workbench.Kernel.Engine;

/// <summary>
/// Where cells and what they refer to are loaded. The framework and the workbench's library come from the program itself;
/// assemblies of <c>#r</c> come from here.
/// </summary>
internal sealed class SessionLoadContext() : AssemblyLoadContext("notebook")
{
    private static readonly HashSet<string> s_program = new(
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator).Select(Path.GetFileNameWithoutExtension)!,
        StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<string, Func<string, string>> _folders = new();
    private readonly ConcurrentDictionary<string, string> _managed = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _native = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>From now on the assembly of this simple name is this file. False when another file has the name already.</summary>
    public bool Add(string name, string path) => _managed.TryAdd(name, path) || _managed[name] == path;

    /// <summary>From now on a native library of this file's name is this file.</summary>
    public void AddNative(string path) => _native[Path.GetFileName(path)] = path;

    /// <summary>Assemblies that nobody named but that others need are looked for here, and copied by <paramref name="copy"/>.</summary>
    public void AddFolder(string folder, Func<string, string> copy) => _folders[folder] = copy;

    /// <summary>The program itself has an assembly of this name.</summary>
    public static bool IsOfProgram(string name) => s_program.Contains(name);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name)
            return null;
        if (_managed.TryGetValue(name, out string? path))
            return LoadFromAssemblyPath(path);
        if (IsOfProgram(name))
            return null;
        foreach ((string folder, Func<string, string> copy) in _folders)
        {
            string file = Path.Combine(folder, name + ".dll");
            if (File.Exists(file) && Add(name, copy(file)))
                return LoadFromAssemblyPath(_managed[name]);
        }
        return null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        foreach (string candidate in Candidates(unmanagedDllName))
        {
            if (_native.TryGetValue(candidate, out string? path))
                return NativeLibrary.Load(path);
        }
        return 0;
    }

    /// <summary>"x" may mean x, libx.so, x.dll, libx.dylib.</summary>
    private static IEnumerable<string> Candidates(string name) =>
        [name, $"lib{name}.so", $"{name}.so", $"{name}.dll", $"lib{name}.dylib", $"{name}.dylib"];
}
