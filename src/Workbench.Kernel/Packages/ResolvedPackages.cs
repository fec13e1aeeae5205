using System.Runtime.InteropServices;
using System.Text.Json;

namespace Workbench.Kernel.Packages;

/// <summary>The files of a restored set of packages.</summary>
/// <param name="Compile">Assemblies to compile against.</param>
/// <param name="Runtime">Assemblies to load.</param>
/// <param name="Native">Native libraries for this machine.</param>
internal sealed record ResolvedPackages(IReadOnlyList<string> Compile, IReadOnlyList<string> Runtime, IReadOnlyList<string> Native)
{
    /// <summary>From nearest to farthest: the identifiers under which packages keep files for this machine.</summary>
    private static readonly string[] s_rids = Rids();

    /// <summary>Reads NuGet's project.assets.json; null when a file that it names is not there any more.</summary>
    public static ResolvedPackages? Read(string assetsFile)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        JsonElement root = document.RootElement;
        string[] folders = [.. root.GetProperty("packageFolders").EnumerateObject().Select(p => p.Name)];
        List<string> compile = [], runtime = [], native = [];
        foreach (JsonProperty library in root.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
        {
            if (library.Value.GetProperty("type").GetString() != "package")
                continue;
            string path = root.GetProperty("libraries").GetProperty(library.Name).GetProperty("path").GetString()!;
            if (folders.Select(f => Path.Combine(f, path)).FirstOrDefault(Directory.Exists) is not { } folder)
                return null;
            compile.AddRange(Names(library.Value, "compile").Select(n => Path.Combine(folder, n)));
            Dictionary<string, string> managed = Names(library.Value, "runtime").ToDictionary(n => Path.GetFileName(n), n => Path.Combine(folder, n));
            if (library.Value.TryGetProperty("runtimeTargets", out JsonElement targets))
            {
                foreach (JsonProperty target in targets.EnumerateObject()
                    .Where(t => s_rids.Contains(t.Value.GetProperty("rid").GetString()))
                    .OrderByDescending(t => Array.IndexOf(s_rids, t.Value.GetProperty("rid").GetString())))
                {
                    string file = Path.Combine(folder, target.Name);
                    if (target.Value.GetProperty("assetType").GetString() == "native")
                        native.Add(file);
                    else
                        managed[Path.GetFileName(file)] = file;
                }
            }
            runtime.AddRange(managed.Values);
        }
        ResolvedPackages resolved = new(compile, runtime, native);
        return compile.Concat(runtime).Concat(native).All(File.Exists) ? resolved : null;
    }

    private static IEnumerable<string> Names(JsonElement library, string kind) =>
        library.TryGetProperty(kind, out JsonElement files)
            ? files.EnumerateObject().Select(f => f.Name).Where(n => n.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            : [];

    private static string[] Rids()
    {
        string machine = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        string[] general = system == "win" ? [] : [$"unix-{machine}", "unix"];
        return [RuntimeInformation.RuntimeIdentifier, $"{system}-{machine}", system, .. general, "any"];
    }
}
