using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Values picked by index or mask, and put back.</summary>
    public partial class Tensor
    {
        private static readonly Operator ArgwhereOp = new("aten::argwhere");
        private static readonly Operator DiagonalScatterOp = new("aten::diagonal_scatter");
        private static readonly Operator GatherOp = new("aten::gather");
        private static readonly Operator IndexAddInPlaceOp = new("aten::index_add_");
        private static readonly Operator IndexAddOp = new("aten::index_add");
        private static readonly Operator IndexCopyInPlaceOp = new("aten::index_copy_");
        private static readonly Operator IndexCopyOp = new("aten::index_copy");
        private static readonly Operator IndexFillIntScalarInPlaceOp = new("aten::index_fill_", "int_Scalar");
        private static readonly Operator IndexFillIntScalarOp = new("aten::index_fill", "int_Scalar");
        private static readonly Operator IndexSelectOp = new("aten::index_select");
        private static readonly Operator MaskedFillScalarInPlaceOp = new("aten::masked_fill_", "Scalar");
        private static readonly Operator MaskedFillScalarOp = new("aten::masked_fill", "Scalar");
        private static readonly Operator MaskedScatterInPlaceOp = new("aten::masked_scatter_");
        private static readonly Operator MaskedScatterOp = new("aten::masked_scatter");
        private static readonly Operator MaskedSelectOp = new("aten::masked_select");
        private static readonly Operator NonzeroNumpyOp = new("aten::nonzero_numpy");
        private static readonly Operator NonzeroOp = new("aten::nonzero");
        private static readonly Operator ScatterAddInPlaceOp = new("aten::scatter_add_");
        private static readonly Operator ScatterAddOp = new("aten::scatter_add");
        private static readonly Operator ScatterSrcInPlaceOp = new("aten::scatter_", "src");
        private static readonly Operator ScatterSrcOp = new("aten::scatter", "src");
        private static readonly Operator SelectIntOp = new("aten::select", "int");
        private static readonly Operator SelectScatterOp = new("aten::select_scatter");
        private static readonly Operator SliceScatterOp = new("aten::slice_scatter");
        private static readonly Operator SliceTensorOp = new("aten::slice", "Tensor");
        private static readonly Operator TakeAlongDimOp = new("aten::take_along_dim");
        private static readonly Operator TakeOp = new("aten::take");
        private static readonly Operator WhereSelfOp = new("aten::where", "self");

        public Tensor select(long dim, long index) => SelectIntOp.Call(this, dim, index);

        public Tensor slice(long dim, long start, long finish, long step) =>
            SliceTensorOp.Call(this, dim, start, finish, step);

        public Tensor gather(long dim, Tensor index) => GatherOp.Call(this, dim, index);

        public Tensor scatter(long dim, Tensor index, Tensor src) => ScatterSrcOp.Call(this, dim, index, src);
        public Tensor scatter_(long dim, Tensor index, Tensor src) => ScatterSrcInPlaceOp.InPlace(this, dim, index, src);

        public Tensor scatter_add(long dim, Tensor index, Tensor src) => ScatterAddOp.Call(this, dim, index, src);
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => ScatterAddInPlaceOp.InPlace(this, dim, index, src);

        public Tensor index_select(long dim, Tensor index) => IndexSelectOp.Call(this, dim, index);

        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) =>
            IndexAddOp.Call(this, dim, index, source, alpha);
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            IndexAddInPlaceOp.InPlace(this, dim, index, source, alpha);

        public Tensor index_copy(long dim, Tensor index, Tensor source) => IndexCopyOp.Call(this, dim, index, source);
        public Tensor index_copy_(long dim, Tensor index, Tensor source) =>
            IndexCopyInPlaceOp.InPlace(this, dim, index, source);

        public Tensor index_fill(long dim, Tensor index, Scalar value) => IndexFillIntScalarOp.Call(this, dim, index, value);
        public Tensor index_fill_(long dim, Tensor index, Scalar value) =>
            IndexFillIntScalarInPlaceOp.InPlace(this, dim, index, value);

        public Tensor masked_fill(Tensor mask, Scalar value) => MaskedFillScalarOp.Call(this, mask, value);
        public Tensor masked_fill_(Tensor mask, Scalar value) => MaskedFillScalarInPlaceOp.InPlace(this, mask, value);

        public Tensor masked_select(Tensor mask) => MaskedSelectOp.Call(this, mask);

        public Tensor masked_scatter(Tensor mask, Tensor value) => MaskedScatterOp.Call(this, mask, value);
        public Tensor masked_scatter_(Tensor mask, Tensor value) => MaskedScatterInPlaceOp.InPlace(this, mask, value);

        public Tensor take(Tensor index) => TakeOp.Call(this, index);

        public Tensor take_along_dim(IEnumerable<long> indices) => take_along_dim(tensor(indices.ToArray(), device: device));
        public Tensor take_along_dim(Tensor indices) => TakeAlongDimOp.Call(this, indices);
        public Tensor take_along_dim(IEnumerable<long> indices, long dim) =>
            take_along_dim(tensor(indices.ToArray(), device: device), dim);
        public Tensor take_along_dim(Tensor indices, long dim) => TakeAlongDimOp.Call(this, indices, dim);

        public Tensor where(Tensor condition, Tensor y) => WhereSelfOp.Call(condition, this, y);

        public Tensor nonzero() => NonzeroOp.Call(this);

        public IList<Tensor> nonzero_as_list() => NonzeroNumpyOp.CallList(this);

        public Tensor argwhere() => ArgwhereOp.Call(this);

        public Tensor select_scatter(Tensor src, long dim, long index) => SelectScatterOp.Call(this, src, dim, index);

        public Tensor slice_scatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
            SliceScatterOp.Call(this, src, dim, start, end, step);

        public Tensor diagonal_scatter(Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) =>
            DiagonalScatterOp.Call(this, src, offset, dim1, dim2);
    }
}
