using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Moves all parameters and buffers to a device and all floating ones to a type.</summary>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                _toEpilog(dtype, device, non_blocking);
                return this;
            }

            /// <summary>Moves all parameters and buffers to a device.</summary>
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);
                return this;
            }

            /// <summary>Turns all floating parameters and buffers into a type.</summary>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                _toEpilog(dtype, null, non_blocking);
                return this;
            }

            /// <summary>
            /// Moves everything here and below. A parameter stays the same object with the same native handle, as in
            /// PyTorch, so optimisers and other holders need not be told; its gradient moves with it.
            /// </summary>
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                using var _ = no_grad();
                foreach (var parameter in _internal_params.Values)
                {
                    Replace(parameter, dtype, device, non_blocking);
                    using var gradient = parameter.grad;
                    if (gradient is not null)
                        Replace(gradient, dtype, device, non_blocking);
                }
                foreach (var (buffer, _) in _internal_buffers.Values)
                    Replace(buffer, dtype, device, non_blocking);
                foreach (var child in _internal_submodules.Values)
                    child._toEpilog(dtype, device, non_blocking);
            }

            private static void Replace(Tensor tensor, ScalarType? dtype, Device? device, bool non_blocking)
            {
                var target = dtype is { } wanted && tensor.is_floating_point() ? wanted : tensor.dtype;
                var place = device ?? tensor.device;
                if (target == tensor.dtype && place.Same(tensor.device))
                    return;
                using var moved = tensor.to(target, place, non_blocking: non_blocking);
                using var data = moved.detach();
                InPlace.SetData(tensor, data);
            }
        }
    }
}
