using TorchSharp;
using Workbench.Backbones;
using Workbench.Torch;
using static TorchSharp.torch;

namespace Workbench.Cli.Benchmarks;

/// <summary>Where a benchmark runs and with which numbers; what the peer is told of it.</summary>
/// <param name="Device">CPU or CUDA.</param>
/// <param name="Precision">Single precision, or bfloat16 by autocast on both sides.</param>
internal sealed record Place(Device Device, Precision Precision)
{
    public static Place Cpu { get; } = new(CPU, Precision.Fp32);

    /// <summary>Autocast until the result is disposed; null for single precision.</summary>
    public IDisposable? Enter() => Precision == Precision.Bf16 ? Autocast.Enter(Device, ScalarType.BFloat16) : null;

    /// <summary>Waits for the device.</summary>
    public void Synchronise()
    {
        if (Device.type == DeviceType.CUDA)
            cuda.synchronize();
    }

    /// <summary>Environment of the peer.</summary>
    /// <param name="compile">Through torch.compile.</param>
    /// <param name="limitGB">Its address space; 0 for no limit.</param>
    public IReadOnlyDictionary<string, string> ForPeer(bool compile = false, int limitGB = 0) => new Dictionary<string, string>
    {
        ["PEER_DEVICE"] = Device.type == DeviceType.CUDA ? "cuda" : "cpu",
        ["PEER_PRECISION"] = Precision == Precision.Bf16 ? "bf16" : "fp32",
        ["PEER_COMPILE"] = compile ? "1" : "0",
        ["PEER_LIMIT_GB"] = limitGB.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
