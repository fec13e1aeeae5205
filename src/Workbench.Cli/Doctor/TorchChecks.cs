namespace Workbench.Cli.Doctor;

/// <summary>libtorch, its devices, threads and BLAS.</summary>
internal static class TorchChecks
{
    private const string Maps = "/proc/self/maps", Driver = "/proc/driver/nvidia/version";

    public static IReadOnlyList<Check> Read(TorchFacts facts) =>
        facts.Version is null
            ? [Libtorch(facts)]
            :
            [
                Libtorch(facts),
                Cuda(facts, File.Exists(Driver)),
                Threads(facts.Threads, Environment.ProcessorCount),
                BlasCheck.Of(File.Exists(Maps) ? File.ReadAllLines(Maps) : []),
            ];

    internal static Check Libtorch(TorchFacts facts) => facts.Version is null
        ? new Check("libtorch", CheckState.Missing, facts.Problem ?? "does not answer", "./workbench setup, or set TORCH_DIR to a libtorch you have")
        : new Check("libtorch", CheckState.Good, $"{facts.Version}, {Origin(facts.Build)}");

    /// <summary><paramref name="driver"/>: whether an NVIDIA driver is loaded.</summary>
    internal static Check Cuda(TorchFacts facts, bool driver)
    {
        const string name = "CUDA";
        if (facts.CudaDevices > 0)
            return new Check(name, CheckState.Good, $"{facts.CudaDevices} {(facts.CudaDevices == 1 ? "device answers" : "devices answer")}");
        bool built = facts.Build.GetValueOrDefault("cuda") == "yes";
        return (built, driver) switch
        {
            (false, false) => new Check(name, CheckState.Optional, "no: no NVIDIA driver here, and this libtorch is built without CUDA"),
            (false, true) => new Check(name, CheckState.Warning, "no: there is an NVIDIA driver, but this libtorch is built without CUDA", "set TORCH_DIR to a CUDA build of libtorch (environment.md)"),
            (true, false) => new Check(name, CheckState.Optional, "no: this libtorch has CUDA, but no NVIDIA driver is loaded"),
            (true, true) => new Check(name, CheckState.Warning, "no: libtorch and driver are there, but no device answers", "the driver may be too old for this libtorch, or CUDA_VISIBLE_DEVICES hides the devices; nvidia-smi shows both"),
        };
    }

    internal static Check Threads(int threads, int cores) => threads < cores
        ? new Check("threads", CheckState.Warning, $"{threads} of {cores} cores", "unset OMP_NUM_THREADS, unless you want this")
        : new Check("threads", CheckState.Good, $"{threads} of {cores} cores");

    private static string Origin(IReadOnlyDictionary<string, string> build) =>
        build.TryGetValue("found_by", out string? by) ? $"found by {by} ({build.GetValueOrDefault("lib", "?")})" : "of the TorchSharp packages";
}
