using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors made after the pattern of this one.</summary>
    public partial class Tensor
    {
        private static readonly Operator ArangeStartOutOp = new("aten::arange", "start_out");
        private static readonly Operator EmptyLikeOp = new("aten::empty_like");
        private static readonly Operator EmptyMemoryFormatOp = new("aten::empty", "memory_format");
        private static readonly Operator EyeMOp = new("aten::eye", "m");
        private static readonly Operator FullLikeOp = new("aten::full_like");
        private static readonly Operator FullOp = new("aten::full");
        private static readonly Operator NewEmptyOp = new("aten::new_empty");
        private static readonly Operator NewFullOp = new("aten::new_full");
        private static readonly Operator NewZerosOp = new("aten::new_zeros");
        private static readonly Operator OnesLikeOp = new("aten::ones_like");
        private static readonly Operator OnesOp = new("aten::ones");
        private static readonly Operator RandLikeOp = new("aten::rand_like");
        private static readonly Operator RandOutOp = new("aten::rand", "out");
        private static readonly Operator RandintLikeLowDtypeOp = new("aten::randint_like", "low_dtype");
        private static readonly Operator RandintOutOp = new("aten::randint", "out");
        private static readonly Operator RandnLikeOp = new("aten::randn_like");
        private static readonly Operator RandnOutOp = new("aten::randn", "out");
        private static readonly Operator RandpermOutOp = new("aten::randperm", "out");
        private static readonly Operator ZerosLikeOp = new("aten::zeros_like");
        private static readonly Operator ZerosOp = new("aten::zeros");

        public Tensor new_empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_empty(size.ToArray(), dtype, device, requires_grad);
        public Tensor new_empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_empty([size], dtype, device, requires_grad);
        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Mark(NewEmptyOp.Call(this, size, dtype, Value.None, device), requires_grad);
        public Tensor new_empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_empty([rows, columns], dtype, device, requires_grad);
        public Tensor new_empty(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_empty([dim0, dim1, dim2], dtype, device, requires_grad);
        public Tensor new_empty(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_empty([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

        public Tensor new_full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_full(size.ToArray(), value, dtype, device, requires_grad);
        public Tensor new_full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_full([size], value, dtype, device, requires_grad);
        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Mark(NewFullOp.Call(this, size, value, dtype, Value.None, device), requires_grad);
        public Tensor new_full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_full([rows, columns], value, dtype, device, requires_grad);
        public Tensor new_full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_full([dim0, dim1, dim2], value, dtype, device, requires_grad);
        public Tensor new_full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_full([dim0, dim1, dim2, dim3], value, dtype, device, requires_grad);

        public Tensor new_ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            NewOnes([size], dtype, device, requires_grad);
        public Tensor new_ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            NewOnes([rows, columns], dtype, device, requires_grad);
        public Tensor new_ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            NewOnes([dim0, dim1, dim2], dtype, device, requires_grad);
        public Tensor new_ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            NewOnes([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

        public Tensor new_zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_zeros(size.ToArray(), dtype, device, requires_grad);
        public Tensor new_zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_zeros([size], dtype, device, requires_grad);
        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Mark(NewZerosOp.Call(this, size, dtype, Value.None, device), requires_grad);
        public Tensor new_zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_zeros([rows, columns], dtype, device, requires_grad);
        public Tensor new_zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_zeros([dim0, dim1, dim2], dtype, device, requires_grad);
        public Tensor new_zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            new_zeros([dim0, dim1, dim2, dim3], dtype, device, requires_grad);

        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Mark(EmptyLikeOp.Call(this, dtype, Value.None, device), requires_grad);

        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Mark(OnesLikeOp.Call(this, dtype, Value.None, device), requires_grad);

        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Mark(ZerosLikeOp.Call(this, dtype, Value.None, device), requires_grad);

        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Mark(FullLikeOp.Call(this, value, dtype, Value.None, device), requires_grad);

        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Mark(RandLikeOp.Call(this, dtype, Value.None, device), requires_grad);

        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Mark(RandnLikeOp.Call(this, dtype, Value.None, device), requires_grad);

        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Mark(RandintLikeLowDtypeOp.Call(this, low, high, dtype, Value.None, device), requires_grad);

        public Tensor empty(params long[] sizes) => EmptyMemoryFormatOp.Call(sizes, dtype, Value.None, device);

        public Tensor ones(params long[] sizes) => OnesOp.Call(sizes, dtype, Value.None, device);

        public Tensor zeros(params long[] sizes) => ZerosOp.Call(sizes, dtype, Value.None, device);

        public Tensor full(ReadOnlySpan<long> sizes, Scalar value) => full(sizes.ToArray(), value);
        public Tensor full(long[] sizes, Scalar value) => FullOp.Call(sizes, value, dtype, Value.None, device);

        public Tensor eye(long rows, long columns) => EyeMOp.Call(rows, columns, dtype, Value.None, device);

        public Tensor arange_out(Scalar start, Scalar stop, Scalar step) =>
            ArangeStartOutOp.InPlaceOut(this, start, stop, step, this);

        public Tensor rand_out(params long[] sizes) => RandOutOp.InPlaceOut(sizes, this);

        public Tensor randn_out(params long[] sizes) => RandnOutOp.InPlaceOut(sizes, this);

        public Tensor randint_out(long high, long[] sizes) => RandintOutOp.InPlaceOut(high, sizes, this);

        public Tensor randperm_out(long n) => RandpermOutOp.InPlaceOut(n, this);
    }
}
