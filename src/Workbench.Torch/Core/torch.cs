using Workbench.Torch.Interop;

namespace TorchSharp;

/// <summary>PyTorch's front, as TorchSharp spells it: types, devices, switches; functions are in the other parts.</summary>
public static partial class torch
{
    public const ScalarType uint8 = ScalarType.Byte;
    public const ScalarType int8 = ScalarType.Int8;
    public const ScalarType int16 = ScalarType.Int16;
    public const ScalarType int32 = ScalarType.Int32;
    public const ScalarType int64 = ScalarType.Int64;
    public const ScalarType float16 = ScalarType.Float16;
    public const ScalarType float32 = ScalarType.Float32;
    public const ScalarType float64 = ScalarType.Float64;
    public const ScalarType bfloat16 = ScalarType.BFloat16;
    public const ScalarType complex64 = ScalarType.ComplexFloat32;
    public const ScalarType complex128 = ScalarType.ComplexFloat64;
    public const ScalarType cfloat = ScalarType.ComplexFloat32;
    public const ScalarType cdouble = ScalarType.ComplexFloat64;
    public const ScalarType qint8 = ScalarType.QInt8;
    public const ScalarType quint8 = ScalarType.QUInt8;
    public const ScalarType qint32 = ScalarType.QInt32;
    public const ScalarType half = ScalarType.Float16;
    public const ScalarType @bool = ScalarType.Bool;
    public const ScalarType @short = ScalarType.Int16;
    public const ScalarType @int = ScalarType.Int32;
    public const ScalarType @long = ScalarType.Int64;
    public const ScalarType @float = ScalarType.Float32;
    public const ScalarType @double = ScalarType.Float64;

    public static readonly Device CPU = new(DeviceType.CPU);
    public static readonly Device META = new(DeviceType.META);

    private static Device defaultDevice = CPU;

    public static Device CUDA => new(DeviceType.CUDA);

    public static Device MPS => new(DeviceType.MPS);

    /// <summary>The version of libtorch the shim was built for.</summary>
    public static string __version__
    {
        get
        {
            unsafe
            {
                return new string((sbyte*)Native.wb_built_for());
            }
        }
    }

    public static Device device(string description) => new(description);

    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    public static Device device(int index) => new(index);

    public static Device get_default_device() => defaultDevice;

    public static void set_default_device(Device device) => defaultDevice = InitializeDevice(device);

    public static void set_default_device(string device) => set_default_device(new Device(device));

    /// <exception cref="ArgumentException">The device is not on this machine.</exception>
    public static Device InitializeDevice(Device? device)
    {
        Device wanted = device ?? defaultDevice;
        InitializeDeviceType(wanted.type);
        if (wanted.type == DeviceType.CUDA && wanted.index >= cuda.device_count())
            throw new ArgumentException($"there is no {wanted}: this machine has {cuda.device_count()} CUDA devices", nameof(device));
        return wanted;
    }

    /// <exception cref="ArgumentException">No device of that kind answers.</exception>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
            throw new ArgumentException(
                $"no {deviceType} device answers: this libtorch was built without it, or the driver is missing. " +
                "`workbench doctor` says which; use torch.CPU otherwise.", nameof(deviceType));
    }

    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType switch
    {
        DeviceType.CPU or DeviceType.META => true,
        DeviceType.CUDA => cuda.is_available(),
        _ => false,
    };

    public static bool cuda_is_available() => cuda.is_available();

    public static bool mps_is_available() => false;

    /// <summary>The floating type of new tensors of which no type is said.</summary>
    public static ScalarType get_default_dtype() => (ScalarType)Native.wb_default_dtype(-1);

    /// <exception cref="ArgumentException">Not a floating type.</exception>
    public static void set_default_dtype(ScalarType dtype)
    {
        if (!is_floating_point(dtype))
            throw new ArgumentException($"the default dtype is a floating type, not {dtype}", nameof(dtype));
        _ = Native.wb_default_dtype((int)dtype);
    }

    public static void set_default_tensor_type(Tensor t) => set_default_dtype(t.dtype);

    public static int get_num_threads() => Native.wb_threads(0);

    /// <param name="num">Threads of one operator, OpenBLAS's products included; all cores unless set.</param>
    public static void set_num_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        _ = Native.wb_threads(num);
    }

    public static int get_num_interop_threads()
    {
        Failure.Check(Native.wb_interop_threads(0, out int now), "get_num_interop_threads");
        return now;
    }

    public static void set_num_interop_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        Failure.Check(Native.wb_interop_threads(num, out _), "set_num_interop_threads");
    }

    /// <summary>Opens a scope that owns the tensors made on this thread until it is disposed.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.ForThread.Open();

    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.ForThread.Top;

    /// <summary>Evaluates an expression in a scope of its own; only its result outlives it.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        ArgumentNullException.ThrowIfNull(expr);
        using DisposeScope scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }

    public static bool is_floating_point(ScalarType type) =>
        type is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64;

    public static bool is_floating_point(Tensor input) => is_floating_point(input.dtype);

    public static bool is_complex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    public static bool is_complex(Tensor input) => is_complex(input.dtype);

    /// <summary>Whole numbers; bool is not among them.</summary>
    public static bool is_integral(ScalarType type) => type is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16
        or ScalarType.Int32 or ScalarType.Int64;

    public static bool is_integral(Tensor t) => is_integral(t.dtype);

    public static bool is_quantized(ScalarType type) => type is ScalarType.QInt8 or ScalarType.QUInt8 or ScalarType.QInt32;
}
