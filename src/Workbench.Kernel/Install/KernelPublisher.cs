using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Workbench.Kernel.Packages;

namespace Workbench.Kernel.Install;

/// <summary>
/// Publishes the kernel into the checkout's cache, a folder for each state, compiled ahead of time where the feed has the
/// compiler for it. A folder that a running kernel uses stays until the next time.
/// </summary>
internal static class KernelPublisher
{
    private const string SourcesFile = "sources.txt", InUseFile = "in-use";

    /// <summary>
    /// The framework's generics over the compiler's own structs are compiled too, which ReadyToRun leaves out by itself: thousands of methods
    /// that the first cell would wait for. What was taken from the framework is checked when it is used, so that a newer one is safe.
    /// </summary>
    private const string WithGenerics = "-p:PublishReadyToRunCrossgen2ExtraArgs=--opt-cross-module:*%3B--non-local-generics-module:*";

    /// <summary>From the fastest start to the one that works everywhere. Each has a build of its own: MSBuild would not notice another way of compiling.</summary>
    private static readonly (string Build, string[] Arguments)[] s_ways =
    [
        ("ahead-with-generics", ["-p:PublishReadyToRun=true", WithGenerics]),
        ("ahead", ["-p:PublishReadyToRun=true"]),
        ("plain", ["-p:PublishReadyToRun=false"]),
    ];

    /// <summary>Publishes and returns the program. <paramref name="log"/> is told what happens.</summary>
    /// <exception cref="IOException">The build failed; its errors are the message.</exception>
    public static async Task<string> PublishAsync(WorkbenchPaths paths, Action<string> log, CancellationToken cancellation)
    {
        string home = Path.Combine(paths.Cache, "kernel"), work = Path.Combine(home, $"new.{Environment.ProcessId}");
        string sources = SourcesOf(paths);
        string place = Path.Combine(home, sources[..16]);
        string program = Path.Combine(place, OperatingSystem.IsWindows() ? "Workbench.Kernel.exe" : "Workbench.Kernel");
        if (File.Exists(program))
        {
            log("the kernel is published already for these sources");
            return program;
        }
        if (Directory.Exists(work))
            Directory.Delete(work, recursive: true);
        log("publishing the kernel (some minutes the first time)");
        string? errors = null;
        foreach ((string build, string[] way) in s_ways)
        {
            if (errors is not null)
                log($"this way of compiling ahead of time is not possible here; the next one gives a slower first cell ({errors.Split('\n')[0]})");
            errors = await DotnetProgram.RunAsync([.. Arguments(paths, Path.Combine(home, "build", build), work), .. way], paths.Root, cancellation).ConfigureAwait(false);
            if (errors is null)
                break;
        }

        if (errors is not null)
            throw new IOException(errors);
        await File.WriteAllTextAsync(Path.Combine(work, SourcesFile), sources + "\n", cancellation).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(work, InUseFile), "", cancellation).ConfigureAwait(false);
        Directory.Move(work, place);
        foreach (string old in Directory.EnumerateDirectories(home).Where(f => f != place && File.Exists(Path.Combine(f, SourcesFile))))
            TryDelete(old);
        return program;
    }

    /// <summary>True when a published program is of the checkout's present sources.</summary>
    public static bool IsCurrent(string program, WorkbenchPaths paths)
    {
        string file = Path.Combine(Path.GetDirectoryName(program) ?? ".", SourcesFile);
        return File.Exists(file) && File.ReadAllText(file).Trim() == SourcesOf(paths);
    }

    /// <summary>Held by a running kernel: its folder must stay.</summary>
    public static IDisposable? HoldOwnFolder()
    {
        string file = Path.Combine(AppContext.BaseDirectory, InUseFile);
        return File.Exists(file) ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read) : null;
    }

    private static string[] Arguments(WorkbenchPaths paths, string build, string work) =>
    [
        "publish", Path.Combine(paths.Root, "src", "Workbench.Kernel"), "-c", "Release", "--nologo", "-v", "q",
        "-r", RuntimeInformation.RuntimeIdentifier.Contains('.', StringComparison.Ordinal) ? Portable() : RuntimeInformation.RuntimeIdentifier,
        "--self-contained", "false", "--artifacts-path", build, "-o", work,
    ];

    private static string Portable()
    {
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }

    /// <summary>A hash over what the kernel is built from, over the framework it is compiled against, and over which libtorch the shim is for.</summary>
    private static string SourcesOf(WorkbenchPaths paths)
    {
        string source = Path.Combine(paths.Root, "src");
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        IEnumerable<string> files = Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("Workbench.Cli", StringComparison.Ordinal))
            .Concat(Directory.EnumerateFiles(paths.Root, "Directory.*.props"))
            .Order(StringComparer.Ordinal);
        foreach (string file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(paths.Root, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }
        hash.AppendData(Encoding.UTF8.GetBytes($"{Environment.GetEnvironmentVariable("TORCH_DIR")}|{Environment.GetEnvironmentVariable("TorchProvider")}|{RuntimeInformation.RuntimeIdentifier}|{Environment.Version}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void TryDelete(string folder)
    {
        try
        {
            using (new FileStream(Path.Combine(folder, InUseFile), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
            }
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A kernel runs from it.
        }
    }
}
