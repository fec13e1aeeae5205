using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Another type, another device, another owner.</summary>
    public partial class Tensor
    {
        private static readonly Operator CloneOp = new("aten::clone");
        private static readonly Operator CopyInPlaceOp = new("aten::copy_");
        private static readonly Operator DequantizeSelfOp = new("aten::dequantize", "self");
        private static readonly Operator DetachInPlaceOp = new("aten::detach_");
        private static readonly Operator DetachOp = new("aten::detach");
        private static readonly Operator FillScalarInPlaceOp = new("aten::fill_", "Scalar");
        private static readonly Operator IntReprOp = new("aten::int_repr");
        private static readonly Operator IstftOp = new("aten::istft");
        private static readonly Operator PinMemoryOp = new("aten::pin_memory");
        private static readonly Operator SetSourceTensorInPlaceOp = new("aten::set_", "source_Tensor");
        private static readonly Operator ToDenseOp = new("aten::to_dense");
        private static readonly Operator ToSparseOp = new("aten::to_sparse");
        private static readonly Operator ToSparseSparseDimOp = new("aten::to_sparse", "sparse_dim");
        private static readonly Operator TypeAsOp = new("aten::type_as");
        private static readonly Operator ZeroInPlaceOp = new("aten::zero_");

        public Tensor bfloat16() => to(ScalarType.BFloat16);

        public Tensor @bool() => to(ScalarType.Bool);

        public Tensor @byte() => to(ScalarType.Byte);

        public Tensor cdouble() => to(ScalarType.ComplexFloat64);

        public Tensor cfloat() => to(ScalarType.ComplexFloat32);

        public Tensor @char() => to(ScalarType.Int8);

        public Tensor @double() => to(ScalarType.Float64);

        public Tensor @float() => to(ScalarType.Float32);

        public Tensor half() => to(ScalarType.Float16);

        public Tensor @int() => to(ScalarType.Int32);

        public Tensor @long() => to(ScalarType.Int64);

        public Tensor @short() => to(ScalarType.Int16);

        public Tensor cpu() => to(CPU);

        public Tensor cuda(Device? device = null, bool non_blocking = false) =>
            to(device ?? CUDA, non_blocking: non_blocking);

        public Tensor mps(bool non_blocking = false) => to(MPS, non_blocking: non_blocking);

        public Tensor to(Tensor other, bool non_blocking = false) =>
            to(other.dtype, other.device, non_blocking: non_blocking);
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(type, copy, disposeAfter, non_blocking);

        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);
        public Tensor type(ScalarType dtype) => to(dtype);

        public Tensor type_as(Tensor tensor) => TypeAsOp.Call(this, tensor);

        public Tensor clone() => CloneOp.Call(this);

        public Tensor detach() => DetachOp.Call(this);
        public Tensor detach_() => DetachInPlaceOp.InPlace(this);

        public Tensor copy_(Tensor source, bool nonBlocking = false) => CopyInPlaceOp.InPlace(this, source, nonBlocking);

        public Tensor fill_(Scalar value) => FillScalarInPlaceOp.InPlace(this, value);

        public Tensor zero_() => ZeroInPlaceOp.InPlace(this);

        public Tensor set_(Tensor source) => SetSourceTensorInPlaceOp.InPlace(this, source);

        public Tensor to_dense() => ToDenseOp.Call(this);

        public Tensor to_sparse() => ToSparseOp.Call(this);
        public Tensor to_sparse(int sparse_dim) => ToSparseSparseDimOp.Call(this, sparse_dim);

        public Tensor dequantize() => DequantizeSelfOp.Call(this);

        public Tensor int_repr() => IntReprOp.Call(this);

        public Tensor pin_memory() => PinMemoryOp.Call(this);

        public Tensor istft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true, bool normalized = false, bool? onesided = null, long length = -1, bool return_complex = false) =>
            IstftOp.Call(this, n_fft, Given(hop_length), Given(win_length), window, center, normalized, onesided, Given(length), return_complex);
    }
}
