using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Order, rank and distinct values.</summary>
    public partial class Tensor
    {
        private static readonly Operator ArgsortOp = new("aten::argsort");
        private static readonly Operator BucketizeTensorOp = new("aten::bucketize", "Tensor");
        private static readonly Operator MsortOp = new("aten::msort");
        private static readonly Operator SortStableOp = new("aten::sort", "stable");
        private static readonly Operator TopkOp = new("aten::topk");

        public (Tensor, Tensor) sort(long dim = -1, bool descending = false, bool stable = false) =>
            SortStableOp.Call2(this, stable, dim, descending);

        public Tensor argsort(long dim = -1, bool descending = false) => ArgsortOp.Call(this, dim, descending);

        public Tensor msort() => MsortOp.Call(this);

        public (Tensor, Tensor) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            TopkOp.Call2(this, k, dim, largest, sorted);

        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) =>
            BucketizeTensorOp.Call(this, boundaries, outInt32, right);
    }
}
