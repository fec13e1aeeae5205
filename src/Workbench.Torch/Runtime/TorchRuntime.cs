using System.Runtime.InteropServices;
using Workbench.Torch.Interop;

namespace Workbench.Torch;

/// <summary>The libtorch under the tensors: whether it is there, what it can do, how much of it is in use.</summary>
public static class TorchRuntime
{
    /// <summary>True when tensors work on this machine.</summary>
    public static bool IsAvailable => Problem is null;

    /// <summary>Why tensors do not work, and what to do about it; null when they do.</summary>
    public static string? Problem => ShimLoader.Problem();

    /// <summary>Native tensors that managed code holds now; after a scope, what it was before. Counts what finalizers free.</summary>
    public static long LiveTensors => Native.wb_tensor_live();

    public static unsafe TorchDescription Describe()
    {
        if (Problem is { } problem)
            return new("libtorch", false, problem, ShimLoader.Version, ShimLoader.Folder, Found(), "unknown", 0, Environment.ProcessorCount, "unknown", false, 0, 0);
        string config = Config();
        return new TorchDescription(
            "libtorch",
            true,
            null,
            ShimLoader.Version,
            ShimLoader.Folder,
            Found(),
            Marshal.PtrToStringUTF8((nint)Native.wb_cpu_capability()) ?? "unknown",
            Native.wb_threads(0),
            Environment.ProcessorCount,
            BlasLibrary.Name(config),
            ShimLoader.Info.GetValueOrDefault("cuda") == "yes",
            Native.wb_cuda_devices(),
            LiveTensors);
    }

    /// <summary>libtorch's own description of its build and of its threads.</summary>
    public static unsafe string Config()
    {
        const int Room = 16384;
        byte* text = stackalloc byte[Room];
        Failure.Check(Native.wb_describe(text, Room), "Config");
        return Marshal.PtrToStringUTF8((nint)text) ?? string.Empty;
    }

    private static string Found() => ShimLoader.Info.GetValueOrDefault("found_by", "nothing");
}
