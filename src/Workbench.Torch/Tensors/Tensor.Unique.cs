using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Distinct values, where each came from, how often it occurs.</summary>
    public partial class Tensor
    {
        private static readonly Operator Unique2Op = new("aten::_unique2");
        private static readonly Operator UniqueDimOp = new("aten::unique_dim");
        private static readonly Operator UniqueConsecutiveOp = new("aten::unique_consecutive");

        /// <summary>The inverse and the counts are null unless asked for.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            Wanted(
                dim is { } at
                    ? UniqueDimOp.Call3(this, at, sorted, return_inverse, return_counts)
                    : Unique2Op.Call3(this, sorted, return_inverse, return_counts),
                return_inverse,
                return_counts);

        /// <summary>Of each run of equal neighbours, one.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            Wanted(UniqueConsecutiveOp.Call3(this, return_inverse, return_counts, dim), return_inverse, return_counts);

        private static (Tensor Output, Tensor? Inverse, Tensor? Counts) Wanted((Tensor, Tensor, Tensor) all, bool inverse, bool counts)
        {
            if (!inverse) all.Item2.Dispose();
            if (!counts) all.Item3.Dispose();
            return (all.Item1, inverse ? all.Item2 : null, counts ? all.Item3 : null);
        }
    }
}
