using Workbench.Torch.Interop;

namespace TorchSharp;

/// <summary>libtorch's switches for the whole process. Each returns what restores it when disposed.</summary>
public static partial class torch
{
    private static Float32MatmulPrecision matmulPrecision = Float32MatmulPrecision.highest;

    /// <summary>Operators without a deterministic form throw (or warn); the others take it.</summary>
    public static IDisposable use_deterministic_algorithms(bool mode = true, bool warn_only = false) =>
        new Switch(("deterministic", mode), ("deterministic_warn_only", warn_only));

    public static bool are_deterministic_algorithms_enabled() => Switch.Ask("deterministic");

    public static bool is_deterministic_algorithms_warn_only_enabled() => Switch.Ask("deterministic_warn_only");

    public static IDisposable set_warn_always(bool mode = true) => new Switch(("warn_always", mode));

    public static bool is_warn_always_enabled() => Switch.Ask("warn_always");

    /// <summary>Allows TF32 in CUDA's matrix products unless "highest".</summary>
    public static IDisposable set_float32_matmul_precision(Float32MatmulPrecision precision)
    {
        matmulPrecision = precision;
        return new Switch(("cublas_tf32", precision != Float32MatmulPrecision.highest));
    }

    public static Float32MatmulPrecision get_float32_matmul_precision() => matmulPrecision;

    /// <summary>Always true for libtorch's own packages from 2.6 on and for Debian's.</summary>
    public static bool compiled_with_cxx11_abi() => ShimLoader.Info.GetValueOrDefault("abi", "1") == "1";

    /// <exception cref="InvalidOperationException">The condition does not hold.</exception>
    public static void _assert(bool condition, string message)
    {
        if (!condition) throw new InvalidOperationException(message);
    }

    public static void _assert(Func<bool> condition, string message) => _assert(condition(), message);

    /// <summary>Does nothing: every call here throws at once.</summary>
    public static void CheckForErrors()
    {
    }

    /// <summary>PyTorch's torch.backends.</summary>
    public static partial class backends
    {
        public static partial class cuda
        {
            public static bool flash_sdp_enabled() => Switch.Ask("flash_sdp");

            public static bool math_sdp_enabled() => Switch.Ask("math_sdp");

            public static void enable_flash_sdp(bool enable) => Switch.Set("flash_sdp", enable);

            public static void enable_math_sdp(bool enable) => Switch.Set("math_sdp", enable);

            public static partial class matmul
            {
                public static bool allow_tf32
                {
                    get => Switch.Ask("cublas_tf32");
                    set => Switch.Set("cublas_tf32", value);
                }
            }
        }

        public static partial class cudnn
        {
            public static bool allow_tf32
            {
                get => Switch.Ask("cudnn_tf32");
                set => Switch.Set("cudnn_tf32", value);
            }
        }
    }
}
