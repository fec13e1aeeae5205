using System.Globalization;
using System.Runtime.InteropServices;

namespace Workbench;

/// <summary>
/// What a reader of a run file must know of the machine that made it, without the name of any person or machine.
/// </summary>
/// <param name="Processor">The CPU's model, as it calls itself.</param>
/// <param name="Cores">Logical cores this process may use.</param>
/// <param name="MemoryGiB">Memory this process may use, in GiB, one decimal.</param>
/// <param name="System">The operating system's release.</param>
/// <param name="Architecture">The process's architecture: X64, Arm64.</param>
/// <param name="DotNet">The runtime and its version.</param>
/// <param name="Libtorch">Version of libtorch and the device used; null for work without tensors.</param>
public sealed record HostFacts(
    string Processor, int Cores, double MemoryGiB, string System, string Architecture, string DotNet, string? Libtorch)
{
    /// <summary>Reads the facts of this machine. <paramref name="libtorch"/> comes from who uses it: this layer knows no tensors.</summary>
    public static HostFacts Read(string? libtorch = null) => new(
        ProcessorOf(ReadLines("/proc/cpuinfo")),
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30), 1),
        SystemOf(ReadLines("/etc/os-release")),
        RuntimeInformation.ProcessArchitecture.ToString(),
        RuntimeInformation.FrameworkDescription,
        libtorch);

    /// <summary>One line for the foot of a table.</summary>
    public override string ToString()
    {
        string memory = MemoryGiB.ToString("0.#", CultureInfo.InvariantCulture);
        string tensors = Libtorch is null ? "" : $", libtorch {Libtorch}";
        return $"{Processor}, {Cores} cores, {memory} GiB, {System}, {DotNet}{tensors}";
    }

    /// <summary>The value of "model name" in /proc/cpuinfo, blanks squeezed; some ARM machines have none.</summary>
    internal static string ProcessorOf(IEnumerable<string> cpuinfo)
    {
        string? line = cpuinfo.FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal));
        string? name = line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return string.IsNullOrWhiteSpace(name)
            ? "unknown processor"
            : string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>PRETTY_NAME of /etc/os-release, else what .NET calls the system.</summary>
    internal static string SystemOf(IEnumerable<string> osRelease)
    {
        const string key = "PRETTY_NAME=";
        string? line = osRelease.FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal));
        return line is null ? RuntimeInformation.OSDescription : line[key.Length..].Trim().Trim('"');
    }

    private static string[] ReadLines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
