using System.Reflection;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Packages;

/// <summary>What a notebook refers to beyond the framework and the library: files and packages.</summary>
internal sealed class SessionPackages(NotebookSession session, SessionLoadContext loader)
{
    private readonly Dictionary<string, string> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _references = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _sources = [];
    private readonly PackageRestorer _restorer = new(Path.Combine(session.Options.Cache, "packages"));
    private readonly ShadowCopy _copies = new(Path.Combine(session.Options.Cache, "copies"));

    /// <summary><c>#i "nuget:SOURCE"</c>: one more feed or folder.</summary>
    public void AddSource(string source) => _sources.Add(source);

    /// <summary><c>#r "file.dll"</c>, relative to the working directory, or the name of a framework assembly.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidOperationException">Another assembly of this name is loaded.</exception>
    public void AddFile(string path)
    {
        string full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            if (!path.Contains('/', StringComparison.Ordinal) && SessionLoadContext.IsOfProgram(Path.GetFileNameWithoutExtension(path)) || SessionLoadContext.IsOfProgram(path))
                return; // Every cell has it.
            throw new FileNotFoundException($"There is no file {full}.", full);
        }
        string name = AssemblyName.GetAssemblyName(full).Name!;
        if (SessionReferences.Library.Any(l => Path.GetFileNameWithoutExtension(l).Equals(name, StringComparison.OrdinalIgnoreCase)))
            return; // The library is there already, in the version of this kernel.
        loader.AddFolder(Path.GetDirectoryName(full)!, _copies.Of);
        string copy = _copies.Of(full);
        if (!loader.Add(name, copy))
            throw new InvalidOperationException($"{name} is loaded from another file or in an earlier state. Restart the kernel to load this one.");
        Refer(name, copy);
    }

    /// <summary><c>#r "nuget: X, 1.2.3"</c>: all packages of the notebook so far are restored together, so that versions agree.</summary>
    /// <exception cref="InvalidOperationException">They cannot be restored, or another version is loaded.</exception>
    public void AddPackages(IReadOnlyList<(string Id, string Version)> packages, CancellationToken cancellation)
    {
        Dictionary<string, string> all = new(_packages, StringComparer.OrdinalIgnoreCase);
        foreach ((string id, string version) in packages)
        {
            if (all.TryGetValue(id, out string? present) && present != version && version.Length > 0)
                throw new InvalidOperationException($"{id} {present} is loaded. Restart the kernel to use {version}.");
            all.TryAdd(id, version);
        }
        if (all.Count == _packages.Count)
            return;
        ResolvedPackages resolved = _restorer.Restore([.. all.Select(p => (p.Key, p.Value))], _sources, cancellation);
        foreach ((string id, string version) in all)
            _packages.TryAdd(id, version);
        foreach (string path in resolved.Native)
            loader.AddNative(path);
        foreach (string path in resolved.Runtime.Where(p => !IsOfFramework(p)))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            if (!loader.Add(name, path))
                throw new InvalidOperationException($"Another version of {name} is loaded. Name all packages in the first cell, or restart the kernel.");
        }
        foreach (string path in resolved.Compile.Where(p => !IsOfFramework(p)))
            Refer(Path.GetFileNameWithoutExtension(path), path);
    }

    private void Refer(string name, string path)
    {
        if (_references.TryAdd(name, path))
            session.Chain.AddReference(path);
    }

    /// <summary>The framework's and the library's own assemblies stay as they are.</summary>
    private static bool IsOfFramework(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        return File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name + ".dll"))
            || SessionReferences.Library.Any(l => Path.GetFileNameWithoutExtension(l) == name);
    }
}
