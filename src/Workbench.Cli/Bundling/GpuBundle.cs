using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using Workbench.Data;
using Workbench.Experiments;

namespace Workbench.Cli.Bundling;

/// <summary>
/// The bundle of <c>gpu-bundle</c>: a self-contained linux-x64 build (app/), the shim's sources, the tests' fixtures, the peers and
/// tests/gpu/run, laid out as in the checkout, in one tar.gz of at most <see cref="MostBytes"/>.
/// </summary>
internal sealed class GpuBundle(WorkbenchPaths paths)
{
    /// <summary>The folder that the tar unpacks to.</summary>
    public const string Folder = "workbench-gpu";

    /// <summary>60 MB.</summary>
    public const long MostBytes = 60_000_000;

    private const string Project = "Workbench.GpuTests";

    /// <summary>What of the checkout goes in beside the build.</summary>
    private static readonly string[] s_parts = ["Workbench.sln", "LICENSE", "src/Workbench.Torch/native", "tests/gpu/run", "tests/peers", "tests/fixtures/torch", "tests/fixtures/nn", "tests/fixtures/models", "tests/fixtures/clip"];

    /// <summary>Debuggers' and tracers' halves of the runtime, and the shim of this machine: of no use there.</summary>
    private static readonly string[] s_left = ["libmscordbi.so", "libmscordaccore.so", "libcoreclrtraceptprovider.so", "createdump", "libworkbench_torch.so", "libworkbench_torch.info"];

    /// <summary>Builds and packs; gives the file's size.</summary>
    /// <exception cref="InvalidOperationException">The build fails, or the bundle is larger than it may be.</exception>
    public async Task<long> MakeAsync(string file, TextWriter log, CancellationToken cancellation)
    {
        string work = Path.Combine(paths.Cache, "gpu-bundle"), app = Path.Combine(work, "app");
        if (Directory.Exists(app))
            Directory.Delete(app, recursive: true);
        await log.WriteLineAsync("workbench: publishing a self-contained build").ConfigureAwait(false);
        await PublishAsync(work, app, cancellation).ConfigureAwait(false);
        AtomicFile.Write(file, stream => Pack(stream, app));
        long bytes = new FileInfo(file).Length;
        return bytes <= MostBytes ? bytes : throw new InvalidOperationException($"{file} has {bytes / 1e6:0.0} MB; a bundle may have {MostBytes / 1e6:0} MB.");
    }

    private async Task PublishAsync(string work, string app, CancellationToken cancellation)
    {
        string log = Path.Combine(work, "publish.log");
        Directory.CreateDirectory(work);
        var start = new ProcessStartInfo(Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet", [
            "publish", Path.Combine(paths.Root, "tests", Project, Project + ".csproj"), "-c", "Release", "-r", "linux-x64", "--self-contained", "true",
            "--artifacts-path", Path.Combine(work, "artifacts"), "-o", app, "-v", "q", "--nologo"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" },
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
        string output = await process.StandardOutput.ReadToEndAsync(cancellation).ConfigureAwait(false) + await errors.ConfigureAwait(false);
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        AtomicFile.WriteText(log, output);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet publish failed (whole log: {log}):\n{string.Join('\n', output.Split('\n').Where(l => l.Contains("error", StringComparison.Ordinal)).Distinct().Take(10))}");
    }

    private void Pack(Stream stream, string app)
    {
        using var zip = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var tar = new TarWriter(zip, TarEntryFormat.Pax);
        foreach (string path in Directory.EnumerateFiles(app, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            if (!s_left.Contains(Path.GetFileName(path)) && !path.Contains("/CodeCoverage/", StringComparison.Ordinal))
                tar.WriteEntry(path, $"{Folder}/app/{Path.GetRelativePath(app, path)}");
        foreach (string part in s_parts)
        {
            string path = Path.Combine(paths.Root, part);
            string[] files = File.Exists(path) ? [path] : [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(f => !f.Contains("__pycache__", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
            foreach (string each in files)
                tar.WriteEntry(each, $"{Folder}/{Path.GetRelativePath(paths.Root, each)}");
        }

        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"{Folder}/commit") { DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(SourceCommit.Of(paths.Root) ?? "unknown")) });
    }
}
