namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>Sequences without their padding, step after step.</summary>
                public sealed class PackedSequence : IDisposable
                {
                    /// <summary>(sum of lengths, *).</summary>
                    public readonly Tensor data;

                    /// <summary>How many sequences reach each step.</summary>
                    public readonly Tensor batch_sizes;

                    /// <summary>The order by falling length, null where the caller sorted.</summary>
                    public readonly Tensor? sorted_indices;

                    /// <summary>The way back from that order.</summary>
                    public readonly Tensor? unsorted_indices;

                    internal PackedSequence(Tensor data, Tensor batch_sizes, Tensor? sorted_indices, Tensor? unsorted_indices)
                    {
                        this.data = data;
                        this.batch_sizes = batch_sizes;
                        this.sorted_indices = sorted_indices;
                        this.unsorted_indices = unsorted_indices;
                    }

                    /// <summary>Hands all tensors to the enclosing dispose scope.</summary>
                    public PackedSequence MoveToOuterDisposeScope() => Each(tensor => tensor.MoveToOuterDisposeScope());

                    /// <summary>Takes all tensors out of every dispose scope.</summary>
                    public PackedSequence DetachFromDisposeScope() => Each(tensor => tensor.DetachFromDisposeScope());

                    /// <summary>Frees all tensors.</summary>
                    public void Dispose() => Each(tensor => tensor.Dispose());

                    /// <summary>The same sequences with other values; the orders are shared as second handles.</summary>
                    internal PackedSequence With(Tensor values) =>
                        new(values, Outer(batch_sizes), sorted_indices is null ? null : Outer(sorted_indices),
                            unsorted_indices is null ? null : Outer(unsorted_indices));

                    /// <summary>A state (layers, N, H) in the order of the packed data.</summary>
                    internal Tensor Sort(Tensor state) =>
                        sorted_indices is null ? state : state.index_select(1, sorted_indices);

                    /// <summary>A state (layers, N, H) in the caller's order.</summary>
                    internal Tensor Unsort(Tensor state) =>
                        unsorted_indices is null ? state : state.index_select(1, unsorted_indices);

                    private static Tensor Outer(Tensor shared) => shared.alias().MoveToOuterDisposeScope();

                    private PackedSequence Each(Action<Tensor> action)
                    {
                        foreach (var tensor in new[] { data, batch_sizes, sorted_indices, unsorted_indices })
                            if (tensor is not null)
                                action(tensor);
                        return this;
                    }
                }
            }
        }
    }
}
