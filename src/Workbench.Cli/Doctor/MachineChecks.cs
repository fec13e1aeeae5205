using System.Text.Json;

namespace Workbench.Cli.Doctor;

/// <summary>The machine itself: SDK, compiler, disk, memory, and the Python peers that some comparisons use where they are there.</summary>
internal static class MachineChecks
{
    private const double LeastDiskGiB = 5, LeastMemoryGiB = 6;

    // find_spec and metadata only: importing torch would take seconds.
    private const string PythonPeers = """
        import importlib.metadata as m, json
        found = {}
        for name in ("torch", "numpy", "pot"):
            try: found[name] = m.version(name)
            except m.PackageNotFoundError: pass
        print(json.dumps(found))
        """;

    public static async Task<IReadOnlyList<Check>> ReadAsync(WorkbenchPaths paths, HostFacts host, CancellationToken cancellation)
    {
        string? sdk = await ProgramOutput.ReadAsync("dotnet", ["--version"], cancellation, paths.Root).ConfigureAwait(false);
        string? compiler = await ProgramOutput.ReadAsync("c++", ["-dumpfullversion"], cancellation).ConfigureAwait(false);
        string? cmake = await ProgramOutput.ReadAsync("cmake", ["--version"], cancellation).ConfigureAwait(false);
        string? python = await ProgramOutput.ReadAsync("python3", ["-c", PythonPeers], cancellation).ConfigureAwait(false);
        DriveInfo drive = new(paths.Root);
        return
        [
            Sdk(sdk),
            Compiler(compiler, cmake),
            Disk(drive.AvailableFreeSpace / (double)(1L << 30)),
            Memory(host.MemoryGiB),
            Python(python),
        ];
    }

    internal static Check Sdk(string? version) => version is null
        ? new Check(".NET SDK", CheckState.Missing, "dotnet does not answer", "see https://dotnet.microsoft.com/download/dotnet/10.0")
        : new Check(".NET SDK", CheckState.Good, version.Trim());

    internal static Check Compiler(string? compiler, string? cmake)
    {
        const string name = "C++ compiler";
        string[] missing = [.. compiler is null ? ["g++"] : Array.Empty<string>(), .. cmake is null ? ["cmake"] : Array.Empty<string>()];
        return missing.Length > 0
            ? new Check(name, CheckState.Missing, $"no {string.Join(" and no ", missing)}: the shim between C# and libtorch cannot be built", Check.Install(string.Join(' ', missing)))
            : new Check(name, CheckState.Good, $"{compiler!.Trim()}, {cmake!.Split('\n')[0].Replace("version ", "", StringComparison.Ordinal)}");
    }

    internal static Check Disk(double freeGiB) => freeGiB < LeastDiskGiB
        ? new Check("disk", CheckState.Warning, $"{freeGiB:0.0} GiB free; features and generated videos want {LeastDiskGiB:0} GiB", "free some, or keep the checkout on another disk")
        : new Check("disk", CheckState.Good, $"{freeGiB:0} GiB free");

    internal static Check Memory(double memoryGiB) => memoryGiB < LeastMemoryGiB
        ? new Check("memory", CheckState.Warning, $"{memoryGiB:0.0} GiB; the default profile wants {LeastMemoryGiB:0} GiB", "use --profile smoke, or a machine with more")
        : new Check("memory", CheckState.Good, $"{memoryGiB:0.0} GiB");

    /// <summary>From the JSON object of package versions that the probe prints; null where there is no python3.</summary>
    internal static Check Python(string? json)
    {
        const string name = "Python peers";
        string[] found = json is null ? [] : [.. JsonDocument.Parse(json).RootElement.EnumerateObject().Select(p => $"{p.Name} {p.Value}")];
        return found.Length > 0
            ? new Check(name, CheckState.Good, string.Join(", ", found))
            : new Check(name, CheckState.Optional, $"{(json is null ? "no python3" : "python3 has neither torch, numpy nor pot")}; only needed to make fixtures anew or to time against PyTorch", Check.Install("python3-torch python3-numpy python3-pot"));
    }
}
