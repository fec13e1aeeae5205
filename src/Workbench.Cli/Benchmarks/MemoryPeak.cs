using System.Diagnostics;
using System.Globalization;

namespace Workbench.Cli.Benchmarks;

/// <summary>How much memory a piece of work needs, measured in a process of its own from the inputs on.</summary>
internal static class MemoryPeak
{
    /// <summary>
    /// Does the work twice and gives the highest resident size from here on, less that of here, in MiB: call it in a fresh process, when the
    /// inputs are there. NaN where the system does not say (/proc/self).
    /// </summary>
    public static double OfThisProcess(Action work)
    {
        if (!File.Exists("/proc/self/clear_refs"))
            return double.NaN;
        GC.Collect();
        GC.WaitForPendingFinalizers();
        try
        {
            File.WriteAllText("/proc/self/clear_refs", "5"); // Sets the peak back to the present size.
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return double.NaN;
        }

        double before = Field("VmRSS:");
        work();
        work();
        return Math.Max(0, Field("VmHWM:") - before);
    }

    /// <summary>The same of a benchmark by its name, in a new process of this program; NaN where that fails.</summary>
    public static async Task<double> OfFreshProcessAsync(string benchmark, int threads, CancellationToken cancellation)
    {
        using Process process = Process.Start(OwnProgram.StartInfo(["bench", "--memory-of", benchmark, "--threads", threads.ToString(CultureInfo.InvariantCulture)]))!;
        string output = await process.StandardOutput.ReadToEndAsync(cancellation).ConfigureAwait(false);
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        return process.ExitCode == 0 && double.TryParse(output.Trim(), CultureInfo.InvariantCulture, out double peak) ? peak : double.NaN;
    }

    private static double Field(string name) =>
        double.Parse(File.ReadLines("/proc/self/status").First(l => l.StartsWith(name, StringComparison.Ordinal)).Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
}
