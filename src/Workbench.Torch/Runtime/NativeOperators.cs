using static TorchSharp.torch;

namespace Workbench.Torch;

/// <summary>
/// Whether the shim's own operators (attention, products, Adam) are used. They have kernels for the CPU only; everywhere else, and where they
/// are switched off, the same is composed of libtorch's operators.
/// </summary>
public static class NativeOperators
{
    /// <summary>Off for measurements and tests of the composed versions; <c>WORKBENCH_NATIVE=0</c> switches them off from the start.</summary>
    public static bool Enabled { get; set; } = Environment.GetEnvironmentVariable("WORKBENCH_NATIVE") != "0";

    /// <summary>True where they are on and the tensor is on the CPU.</summary>
    internal static bool For(Tensor tensor) => Enabled && tensor.device_type == TorchSharp.DeviceType.CPU;
}
