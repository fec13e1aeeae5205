using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Moving a module to a device or a type; each call returns the module itself.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Moves to a device.</summary>
    public static T to<T>(this T module, Device device, bool non_blocking = false) where T : nn.Module
    {
        ArgumentNullException.ThrowIfNull(device);
        return (T)module._to(device.type, device.index, non_blocking);
    }

    /// <summary>Moves to a device, floating tensors to a type.</summary>
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false) where T : nn.Module =>
        (T)module._to(device, type, non_blocking);

    /// <summary>Turns floating tensors into a type.</summary>
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false) where T : nn.Module =>
        (T)module._to(type, non_blocking);

    /// <summary>Moves to a device by name ("cpu", "cuda:0").</summary>
    public static T to<T>(this T module, string device, bool non_blocking = false) where T : nn.Module =>
        module.to(new Device(device), non_blocking);

    /// <summary>Moves to a kind of device.</summary>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : nn.Module =>
        (T)module._to(deviceType, deviceIndex, non_blocking);

    /// <summary>Moves to another tensor's device and type.</summary>
    public static T to<T>(this T module, Tensor other, bool non_blocking = false) where T : nn.Module
    {
        ArgumentNullException.ThrowIfNull(other);
        return (T)module._to(other.device, other.dtype, non_blocking);
    }

    /// <summary>Moves to the CPU.</summary>
    public static T cpu<T>(this T module, bool non_blocking = false) where T : nn.Module =>
        module.to(DeviceType.CPU, -1, non_blocking);

    /// <summary>Moves to a CUDA device.</summary>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false) where T : nn.Module =>
        module.to(DeviceType.CUDA, deviceIndex, non_blocking);

    /// <summary>To 16-bit floats.</summary>
    public static T half<T>(this T module, bool non_blocking = false) where T : nn.Module =>
        module.to(ScalarType.Float16, non_blocking);

    /// <summary>To bfloat16.</summary>
    public static T bfloat16<T>(this T module, bool non_blocking = false) where T : nn.Module =>
        module.to(ScalarType.BFloat16, non_blocking);

    /// <summary>To 32-bit floats.</summary>
    public static T @float<T>(this T module, bool non_blocking = false) where T : nn.Module =>
        module.to(ScalarType.Float32, non_blocking);

    /// <summary>To 64-bit floats.</summary>
    public static T @double<T>(this T module, bool non_blocking = false) where T : nn.Module =>
        module.to(ScalarType.Float64, non_blocking);
}
