using Workbench.Torch.Interop;

namespace TorchSharp;

/// <summary>Several tensors into one.</summary>
public static partial class torch
{
    private static readonly Operator Atleast1dSequenceOp = new("aten::atleast_1d", "Sequence");
    private static readonly Operator Atleast2dSequenceOp = new("aten::atleast_2d", "Sequence");
    private static readonly Operator Atleast3dSequenceOp = new("aten::atleast_3d", "Sequence");
    private static readonly Operator BroadcastTensorsOp = new("aten::broadcast_tensors");
    private static readonly Operator CartesianProdOp = new("aten::cartesian_prod");
    private static readonly Operator CatOp = new("aten::cat");
    private static readonly Operator ColumnStackOp = new("aten::column_stack");
    private static readonly Operator DstackOp = new("aten::dstack");
    private static readonly Operator HstackOp = new("aten::hstack");
    private static readonly Operator StackOp = new("aten::stack");
    private static readonly Operator VstackOp = new("aten::vstack");

    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => Atleast1dSequenceOp.CallList(input);

    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => Atleast2dSequenceOp.CallList(input);

    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => Atleast3dSequenceOp.CallList(input);

    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => BroadcastTensorsOp.CallList(tensors);

    public static Tensor cartesian_prod(IList<Tensor> tensors) => cartesian_prod(tensors.ToArray());
    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => cartesian_prod(tensors.ToArray());
    public static Tensor cartesian_prod(params Tensor[] tensors) => CartesianProdOp.Call(tensors);

    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => cat(tensors.ToArray(), dim);
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors.ToArray(), dim);
    public static Tensor cat(Tensor[] tensors, long dim = 0) => CatOp.Call(tensors, dim);

    public static Tensor column_stack(IList<Tensor> tensors) => column_stack(tensors.ToArray());
    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => column_stack(tensors.ToArray());
    public static Tensor column_stack(params Tensor[] tensors) => ColumnStackOp.Call(tensors);

    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);
    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors, dim);
    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);
    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) => cat(tensors, axis);
    public static Tensor concatenate(Tensor[] tensors, long axis = 0) => cat(tensors, axis);

    public static Tensor dstack(IEnumerable<Tensor> tensors) => dstack(tensors.ToArray());
    public static Tensor dstack(IList<Tensor> tensors) => dstack(tensors.ToArray());
    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => dstack(tensors.ToArray());
    public static Tensor dstack(params Tensor[] tensors) => DstackOp.Call(tensors);

    public static Tensor hstack(IEnumerable<Tensor> tensors) => hstack(tensors.ToArray());
    public static Tensor hstack(IList<Tensor> tensors) => hstack(tensors.ToArray());
    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => hstack(tensors.ToArray());
    public static Tensor hstack(params Tensor[] tensors) => HstackOp.Call(tensors);

    public static Tensor row_stack(IList<Tensor> tensors) => vstack(tensors);
    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => vstack(tensors);
    public static Tensor row_stack(params Tensor[] tensors) => vstack(tensors);

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => StackOp.Call(tensors.ToArray(), dim);

    public static Tensor vstack(IList<Tensor> tensors) => vstack(tensors.ToArray());
    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => vstack(tensors.ToArray());
    public static Tensor vstack(Tensor[] tensors) => VstackOp.Call(tensors);
}
