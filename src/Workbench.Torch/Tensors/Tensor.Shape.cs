using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The same values under another shape.</summary>
    public partial class Tensor
    {
        private static readonly Operator AliasOp = new("aten::alias");
        private static readonly Operator AsStridedOp = new("aten::as_strided");
        private static readonly Operator Atleast1dOp = new("aten::atleast_1d");
        private static readonly Operator Atleast2dOp = new("aten::atleast_2d");
        private static readonly Operator Atleast3dOp = new("aten::atleast_3d");
        private static readonly Operator BroadcastToOp = new("aten::broadcast_to");
        private static readonly Operator ChannelShuffleOp = new("aten::channel_shuffle");
        private static readonly Operator ContiguousOp = new("aten::contiguous");
        private static readonly Operator DiagEmbedOp = new("aten::diag_embed");
        private static readonly Operator DiagOp = new("aten::diag");
        private static readonly Operator DiagflatOp = new("aten::diagflat");
        private static readonly Operator DiagonalOp = new("aten::diagonal");
        private static readonly Operator ExpandAsOp = new("aten::expand_as");
        private static readonly Operator ExpandOp = new("aten::expand");
        private static readonly Operator FlattenUsingIntsOp = new("aten::flatten", "using_ints");
        private static readonly Operator FlipOp = new("aten::flip");
        private static readonly Operator FliplrOp = new("aten::fliplr");
        private static readonly Operator FlipudOp = new("aten::flipud");
        private static readonly Operator MoveaxisIntlistOp = new("aten::moveaxis", "intlist");
        private static readonly Operator MovedimIntlistOp = new("aten::movedim", "intlist");
        private static readonly Operator NarrowOp = new("aten::narrow");
        private static readonly Operator PermuteOp = new("aten::permute");
        private static readonly Operator RavelOp = new("aten::ravel");
        private static readonly Operator RepeatInterleaveSelfIntOp = new("aten::repeat_interleave", "self_int");
        private static readonly Operator RepeatInterleaveSelfTensorOp = new("aten::repeat_interleave", "self_Tensor");
        private static readonly Operator RepeatOp = new("aten::repeat");
        private static readonly Operator ReshapeOp = new("aten::reshape");
        private static readonly Operator RollOp = new("aten::roll");
        private static readonly Operator Rot90Op = new("aten::rot90");
        private static readonly Operator SqueezeDimInPlaceOp = new("aten::squeeze_", "dim");
        private static readonly Operator SqueezeDimOp = new("aten::squeeze", "dim");
        private static readonly Operator SqueezeInPlaceOp = new("aten::squeeze_");
        private static readonly Operator SqueezeOp = new("aten::squeeze");
        private static readonly Operator SwapaxesOp = new("aten::swapaxes");
        private static readonly Operator SwapdimsOp = new("aten::swapdims");
        private static readonly Operator TOp = new("aten::t");
        private static readonly Operator TileOp = new("aten::tile");
        private static readonly Operator TransposeInPlaceOp = new("aten::transpose_");
        private static readonly Operator TransposeIntOp = new("aten::transpose", "int");
        private static readonly Operator TrilInPlaceOp = new("aten::tril_");
        private static readonly Operator TrilOp = new("aten::tril");
        private static readonly Operator TriuInPlaceOp = new("aten::triu_");
        private static readonly Operator TriuOp = new("aten::triu");
        private static readonly Operator UnflattenIntOp = new("aten::unflatten", "int");
        private static readonly Operator UnfoldOp = new("aten::unfold");
        private static readonly Operator UnsqueezeInPlaceOp = new("aten::unsqueeze_");
        private static readonly Operator UnsqueezeOp = new("aten::unsqueeze");
        private static readonly Operator VanderOp = new("aten::vander");
        private static readonly Operator ViewAsOp = new("aten::view_as");
        private static readonly Operator ViewOp = new("aten::view");

        public Tensor view(params long[] shape) => ViewOp.Call(this, shape);

        public Tensor view_as(Tensor other) => ViewAsOp.Call(this, other);

        public Tensor reshape(params long[] shape) => ReshapeOp.Call(this, shape);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) => FlattenUsingIntsOp.Call(this, start_dim, end_dim);

        public Tensor unflatten(long dim, params long[] sizes) => UnflattenIntOp.Call(this, dim, sizes);
        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        public Tensor ravel() => RavelOp.Call(this);

        public Tensor permute(IEnumerable<long> permutation) => permute([.. permutation]);
        public Tensor permute(params long[] permutation) => PermuteOp.Call(this, permutation);

        public Tensor transpose(long dim0, long dim1) => TransposeIntOp.Call(this, dim0, dim1);
        public Tensor transpose_(long dim0, long dim1) => TransposeInPlaceOp.InPlace(this, dim0, dim1);

        public Tensor swapaxes(long dim0, long dim1) => SwapaxesOp.Call(this, dim0, dim1);

        public Tensor swapdims(long dim0, long dim1) => SwapdimsOp.Call(this, dim0, dim1);

        public Tensor t() => TOp.Call(this);

        public Tensor moveaxis(long[] source, long[] destination) => MoveaxisIntlistOp.Call(this, source, destination);

        public Tensor movedim(long[] source, long[] destination) => MovedimIntlistOp.Call(this, source, destination);

        public Tensor squeeze(long? dim = null) => dim is { } at ? SqueezeDimOp.Call(this, at) : SqueezeOp.Call(this);
        public Tensor squeeze_(long? dim = null) =>
            dim is { } at ? SqueezeDimInPlaceOp.InPlace(this, at) : SqueezeInPlaceOp.InPlace(this);

        public Tensor unsqueeze(long dim) => UnsqueezeOp.Call(this, dim);
        public Tensor unsqueeze_(long dim) => UnsqueezeInPlaceOp.InPlace(this, dim);

        public Tensor expand(params long[] sizes) => ExpandOp.Call(this, sizes);
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) =>
            ExpandOp.Call(this, sizes.ToArray(), isImplicit);
        public Tensor expand(long[] sizes, bool isImplicit = false) => ExpandOp.Call(this, sizes, isImplicit);
        public Tensor expand(Size sizes, bool isImplicit = false) => ExpandOp.Call(this, sizes.Shape, isImplicit);

        public Tensor expand_as(Tensor other) => ExpandAsOp.Call(this, other);

        public Tensor broadcast_to(params long[] shape) => BroadcastToOp.Call(this, shape);

        public Tensor repeat(params long[] sizes) => RepeatOp.Call(this, sizes);

        public Tensor tile(long[] reps) => TileOp.Call(this, reps);

        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            RepeatInterleaveSelfIntOp.Call(this, repeats, dim, output_size);
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            RepeatInterleaveSelfTensorOp.Call(this, repeats, dim, output_size);

        public Tensor flip(params long[] dims) => FlipOp.Call(this, dims);

        public Tensor fliplr() => FliplrOp.Call(this);

        public Tensor flipud() => FlipudOp.Call(this);

        public Tensor roll(long[] shifts) => RollOp.Call(this, shifts);
        public Tensor roll((long, long) shifts, (long, long) dims) => RollOp.Call(this, Dims(shifts), Dims(dims));
        public Tensor roll((long, long, long) shifts, (long, long, long) dims) => RollOp.Call(this, Dims(shifts), Dims(dims));
        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) =>
            RollOp.Call(this, shifts.ToArray(), dims.ToArray());
        public Tensor roll(long shifts, long? dims = null) => RollOp.Call(this, shifts, dims is { } dim ? new[] { dim } : []);
        public Tensor roll(long[] shifts, long[] dims) => RollOp.Call(this, shifts, dims);

        public Tensor rot90(long k = 1, (long, long)? dims = null) => Rot90Op.Call(this, k, Dims(dims ?? (0, 1)));

        public Tensor unfold(long dimension, long size, long step) => UnfoldOp.Call(this, dimension, size, step);

        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) =>
            AsStridedOp.Call(this, size, strides, storageOffset);

        public Tensor atleast_1d() => Atleast1dOp.Call(this);

        public Tensor atleast_2d() => Atleast2dOp.Call(this);

        public Tensor atleast_3d() => Atleast3dOp.Call(this);

        public Tensor contiguous() => ContiguousOp.Call(this);

        public Tensor channel_shuffle(long groups) => ChannelShuffleOp.Call(this, groups);

        public Tensor alias() => AliasOp.Call(this);

        public Tensor narrow(long dim, long start, long length) => NarrowOp.Call(this, dim, start, length);

        public Tensor diag(long diagonal = 0) => DiagOp.Call(this, diagonal);

        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) =>
            DiagEmbedOp.Call(this, offset, dim1, dim2);

        public Tensor diagflat(long offset = 0) => DiagflatOp.Call(this, offset);

        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => DiagonalOp.Call(this, offset, dim1, dim2);

        public Tensor tril(long diagonal = 0) => TrilOp.Call(this, diagonal);
        public Tensor tril_(long diagonal = 0) => TrilInPlaceOp.InPlace(this, diagonal);

        public Tensor triu(long diagonal = 0) => TriuOp.Call(this, diagonal);
        public Tensor triu_(long diagonal = 0) => TriuInPlaceOp.InPlace(this, diagonal);

        public Tensor vander(long N = -1, bool increasing = false) => VanderOp.Call(this, N, increasing);
    }
}
