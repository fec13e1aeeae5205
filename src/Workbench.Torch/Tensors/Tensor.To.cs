using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Moves between types and devices. A tensor that is already there is returned itself.</summary>
    public partial class Tensor
    {
        private static readonly Operator ToDtypeOp = new("aten::to", "dtype");
        private static readonly Operator ToDeviceOp = new("aten::to", "device");

        /// <param name="disposeAfter">Dispose this tensor once it has been converted to another one.</param>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            !copy && type == dtype ? this : Moved(ToDtypeOp.Call(this, type, non_blocking, copy), disposeAfter);

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(dtype, device, copy, disposeAfter, non_blocking);

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            ArgumentNullException.ThrowIfNull(device);
            if (!copy && type == dtype && device.Same(this.device)) return this;
            InitializeDevice(device);
            return Moved(ToDeviceOp.Call(this, device, type, non_blocking, copy), disposeAfter);
        }

        private Tensor Moved(Tensor to, bool disposeAfter)
        {
            if (disposeAfter) Dispose();
            return to;
        }
    }
}
