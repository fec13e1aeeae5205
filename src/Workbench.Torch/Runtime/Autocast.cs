using TorchSharp;
using Workbench.Torch.Interop;
using static TorchSharp.torch;

namespace Workbench.Torch;

/// <summary>
/// Mixed precision: inside, libtorch computes matrix products and convolutions in a smaller type and leaves the rest as
/// it is. TorchSharp 0.107 has no public autocast, so this one is ours.
/// </summary>
/// <example><code>using (Autocast.Enter(torch.CPU, torch.ScalarType.BFloat16)) loss = model.call(batch);</code></example>
public sealed class Autocast : IDisposable
{
    private readonly int _device;
    private readonly int _enabledBefore;
    private readonly int _typeBefore;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private bool _left;

    private Autocast(DeviceType device, ScalarType type)
    {
        _device = (int)device;
        Failure.Check(Native.wb_autocast(_device, 1, (int)type, out _enabledBefore, out _typeBefore), "autocast");
        Failure.Check(Native.wb_autocast_nest(1), "autocast");
    }

    /// <summary>Switches mixed precision on for this thread until the result is disposed.</summary>
    /// <param name="device">CPU or CUDA: what runs there is cast.</param>
    /// <param name="type">BFloat16; on CUDA also Float16.</param>
    /// <exception cref="ArgumentException">Another device or type.</exception>
    public static Autocast Enter(Device device, ScalarType type)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.type is not (DeviceType.CPU or DeviceType.CUDA))
            throw new ArgumentException($"Autocast is for the CPU and for CUDA, not for {device}.", nameof(device));
        if (type != ScalarType.BFloat16 && !(type == ScalarType.Float16 && device.type == DeviceType.CUDA))
            throw new ArgumentException($"Autocast on {device} goes to BFloat16{(device.type == DeviceType.CUDA ? " or Float16" : "")}, not to {type}.", nameof(type));
        return new Autocast(device.type, type);
    }

    /// <summary>Back to what was before; a second call does nothing.</summary>
    /// <exception cref="InvalidOperationException">On another thread: the setting belongs to the one that entered.</exception>
    public void Dispose()
    {
        if (_left)
            return;
        if (Environment.CurrentManagedThreadId != _thread)
            throw new InvalidOperationException("Autocast must be left on the thread that entered it.");
        _left = true;
        Failure.Check(Native.wb_autocast_nest(-1), "autocast");
        Failure.Check(Native.wb_autocast(_device, _enabledBefore, _typeBefore, out _, out _), "autocast");
    }
}
