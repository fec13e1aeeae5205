namespace Workbench.Kernel.Install;

/// <summary>Writes the kernel spec. What belongs to somebody else is never touched nor hidden.</summary>
internal static class KernelInstaller
{
    /// <summary>Under <c>.net-csharp</c> when nobody else has the name, else under our own.</summary>
    /// <param name="kernels">The folder of kernel specs to write into.</param>
    /// <param name="others">Further folders where clients look, in which the name must be free too.</param>
    /// <param name="program">The kernel's program.</param>
    /// <param name="environment">What it needs to find its checkout and its libraries.</param>
    /// <exception cref="IOException">Both names belong to others.</exception>
    public static KernelSpec Install(string kernels, IEnumerable<string> others, string program, IReadOnlyDictionary<string, string> environment)
    {
        string[] folders = [kernels, .. others];
        foreach (string name in (string[])[KernelSpec.SharedName, KernelSpec.OwnName])
        {
            if (folders.All(folder => KernelSpec.Find(folder, name) is null or { IsOurs: true }))
                return KernelSpec.Write(kernels, name, program, environment);
        }
        throw new IOException($"{KernelSpec.SharedName} and {KernelSpec.OwnName} in {kernels} are kernels of others, which are left alone.");
    }

    /// <summary>The environment of a kernel of this checkout.</summary>
    public static IReadOnlyDictionary<string, string> EnvironmentOf(WorkbenchPaths paths)
    {
        Dictionary<string, string> environment = new()
        {
            [WorkbenchPaths.RootVariable] = paths.Root,
            // As the launcher does: OpenMP's threads must not spin on the cores that OpenBLAS wants.
            ["GOMP_SPINCOUNT"] = Environment.GetEnvironmentVariable("GOMP_SPINCOUNT") ?? "1000",
            ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..")),
        };
        foreach (string name in (string[])["TORCH_DIR"])
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                environment[name] = value;
        }
        return environment;
    }

    /// <summary>The spec of ours that a client would take; null when none is installed.</summary>
    public static KernelSpec? Installed(IEnumerable<string> folders) => folders
        .SelectMany(folder => (string[])[KernelSpec.SharedName, KernelSpec.OwnName], KernelSpec.Find)
        .FirstOrDefault(spec => spec is { IsOurs: true });
}
