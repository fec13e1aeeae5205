using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>One tensor into several.</summary>
    public partial class Tensor
    {
        private static readonly Operator ChunkOp = new("aten::chunk");
        private static readonly Operator DsplitArrayOp = new("aten::dsplit", "array");
        private static readonly Operator DsplitIntOp = new("aten::dsplit", "int");
        private static readonly Operator HsplitArrayOp = new("aten::hsplit", "array");
        private static readonly Operator HsplitIntOp = new("aten::hsplit", "int");
        private static readonly Operator SplitTensorOp = new("aten::split", "Tensor");
        private static readonly Operator SplitWithSizesOp = new("aten::split_with_sizes");
        private static readonly Operator TensorSplitIndicesOp = new("aten::tensor_split", "indices");
        private static readonly Operator TensorSplitSectionsOp = new("aten::tensor_split", "sections");
        private static readonly Operator TensorSplitTensorIndicesOrSectionsOp = new("aten::tensor_split", "tensor_indices_or_sections");
        private static readonly Operator UnbindIntOp = new("aten::unbind", "int");
        private static readonly Operator VsplitArrayOp = new("aten::vsplit", "array");
        private static readonly Operator VsplitIntOp = new("aten::vsplit", "int");

        public Tensor[] split(params long[] sizes) => SplitWithSizesOp.CallList(this, sizes, 0);
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => split(sizes.ToArray(), dim);
        public Tensor[] split(long size, int dim = 0) => SplitTensorOp.CallList(this, size, dim);
        public Tensor[] split(long[] sizes, long dim = 0) => SplitWithSizesOp.CallList(this, sizes, dim);

        public Tensor[] chunk(long chunks, long dim = 0) => ChunkOp.CallList(this, chunks, dim);

        public Tensor[] unbind(long dimension = 0) => UnbindIntOp.CallList(this, dimension);

        public Tensor[] tensor_split(long size, long dim = 0) => TensorSplitSectionsOp.CallList(this, size, dim);
        public Tensor[] tensor_split(long[] sizes, long dim = 0) => TensorSplitIndicesOp.CallList(this, sizes, dim);
        public Tensor[] tensor_split(Tensor indices, long dim = 0) =>
            TensorSplitTensorIndicesOrSectionsOp.CallList(this, indices, dim);

        public Tensor[] hsplit(long size) => HsplitIntOp.CallList(this, size);
        public Tensor[] hsplit(params long[] sizes) => HsplitArrayOp.CallList(this, sizes);
        public Tensor[] hsplit(Tensor indices) => hsplit(indices.to(ScalarType.Int64).data<long>().ToArray());

        public Tensor[] vsplit(long size) => VsplitIntOp.CallList(this, size);
        public Tensor[] vsplit(params long[] sizes) => VsplitArrayOp.CallList(this, sizes);
        public Tensor[] vsplit(Tensor indices) => vsplit(indices.to(ScalarType.Int64).data<long>().ToArray());

        public Tensor[] dsplit((long, long) indices_or_sections) => dsplit(Dims(indices_or_sections));
        public Tensor[] dsplit((long, long, long) indices_or_sections) => dsplit(Dims(indices_or_sections));
        public Tensor[] dsplit((long, long, long, long) indices_or_sections) =>
            dsplit(indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4);
        public Tensor[] dsplit(long size) => DsplitIntOp.CallList(this, size);
        public Tensor[] dsplit(params long[] sizes) => DsplitArrayOp.CallList(this, sizes);
        public Tensor[] dsplit(Tensor indices) => dsplit(indices.to(ScalarType.Int64).data<long>().ToArray());
    }
}
