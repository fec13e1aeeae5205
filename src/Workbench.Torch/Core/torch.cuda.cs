using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>CUDA, as far as this libtorch and this machine have it.</summary>
    public static partial class cuda
    {
        public static bool is_available() => device_count() > 0;

        public static int device_count() => Native.wb_cuda_devices();

        public static bool is_cudnn_available() => is_available() && Native.wb_cudnn() != 0;

        public static void manual_seed(long seed)
        {
            if (!is_available()) return;
            Failure.Check(Native.wb_generator_default((int)DeviceType.CUDA, 0, out nint generator), "cuda.manual_seed");
            ulong value = (ulong)seed;
            int status = Native.wb_generator_seed(generator, 0, ref value);
            Native.wb_generator_free(generator);
            Failure.Check(status, "cuda.manual_seed");
        }

        public static void manual_seed_all(long seed)
        {
            if (is_available()) Failure.Check(Native.wb_manual_seed((ulong)seed), "cuda.manual_seed_all");
        }

        /// <summary>Waits until the work queued on the device is done.</summary>
        public static void synchronize(Device? device = null) =>
            Failure.Check(Native.wb_cuda_synchronize(device?.index ?? -1), "cuda.synchronize");
    }
}
