using System.Globalization;

namespace Workbench.Cli.Benchmarks;

/// <summary>How much memory a piece of work needs.</summary>
internal static class MemoryPeak
{
    /// <summary>The highest resident size during the work, less that before it, in MiB; NaN where the system does not say (/proc/self).</summary>
    public static double OfThisProcess(Action work)
    {
        if (!File.Exists("/proc/self/clear_refs"))
            return double.NaN;
        GC.Collect();
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
        return Math.Max(0, Field("VmHWM:") - before);
    }

    private static double Field(string name) =>
        double.Parse(File.ReadLines("/proc/self/status").First(l => l.StartsWith(name, StringComparison.Ordinal)).Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
}
