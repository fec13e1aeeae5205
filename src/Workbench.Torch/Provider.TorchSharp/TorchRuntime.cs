using TorchSharp;

namespace Workbench.Torch;

/// <summary>The same questions as with our own binding, answered for TorchSharp's packages.</summary>
public static class TorchRuntime
{
    public static bool IsAvailable => Problem is null;

    public static string? Problem
    {
        get
        {
            try
            {
                return torch.TryInitializeDeviceType(DeviceType.CPU) ? null : "TorchSharp's native package does not load";
            }
            catch (Exception e) when (e is NotSupportedException or DllNotFoundException or TypeInitializationException)
            {
                return $"TorchSharp's native package does not load: {e.Message}";
            }
        }
    }

    /// <summary>Tensor objects of this process that have not been disposed.</summary>
    public static long LiveTensors => torch.Tensor.TotalCount;

    public static TorchDescription Describe() => new(
        "TorchSharp",
        IsAvailable,
        Problem,
        IsAvailable ? torch.__version__ : "unknown",
        AppContext.BaseDirectory,
        "the TorchSharp packages",
        "unknown",
        IsAvailable ? torch.get_num_threads() : 0,
        Environment.ProcessorCount,
        "unknown",
        IsAvailable && torch.cuda_is_available(),
        IsAvailable ? torch.cuda.device_count() : 0,
        LiveTensors);

    public static string Config() => Describe().ToString();
}
