using Workbench.Torch;

namespace Workbench.Cli.Doctor;

/// <summary>libtorch, its devices, threads and BLAS.</summary>
internal static class TorchChecks
{
    private const string Maps = "/proc/self/maps", Driver = "/proc/driver/nvidia/version";

    public static IReadOnlyList<Check> Read(TorchDescription torch) =>
        !torch.Available
            ? [Libtorch(torch)]
            :
            [
                Libtorch(torch),
                Cuda(torch, File.Exists(Driver)),
                Threads(torch.Threads, torch.Cores),
                BlasCheck.Of(File.Exists(Maps) ? File.ReadAllLines(Maps) : [], torch.Blas),
            ];

    /// <summary>"1.13.1 on the CPU", for the host's line; null when libtorch does not answer.</summary>
    public static string? Summary(TorchDescription torch) =>
        torch.Available ? $"{torch.Version} {(torch.CudaDevices > 0 ? $"with {torch.CudaDevices} CUDA" : "on the CPU")}" : null;

    internal static Check Libtorch(TorchDescription torch) => torch.Available
        ? new Check("libtorch", CheckState.Good, $"{torch.Version}, {torch.CpuCapability}, from {torch.FoundBy} ({torch.Folder})")
        : new Check("libtorch", CheckState.Missing, torch.Problem ?? "does not answer", "./workbench setup, or set TORCH_DIR to a libtorch you have");

    /// <summary><paramref name="driver"/>: whether an NVIDIA driver is loaded.</summary>
    internal static Check Cuda(TorchDescription torch, bool driver)
    {
        const string name = "CUDA";
        if (torch.CudaDevices > 0)
            return new Check(name, CheckState.Good, $"{torch.CudaDevices} {(torch.CudaDevices == 1 ? "device answers" : "devices answer")}");
        return (torch.CudaBuilt, driver) switch
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
}
