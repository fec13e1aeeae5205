using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Spread, covariance, histograms.</summary>
    public partial class Tensor
    {
        private static readonly Operator BincountOp = new("aten::bincount");
        private static readonly Operator CorrcoefOp = new("aten::corrcoef");
        private static readonly Operator CovOp = new("aten::cov");
        private static readonly Operator HistcOp = new("aten::histc");
        private static readonly Operator StdDimOp = new("aten::std", "dim");
        private static readonly Operator StdMeanDimOp = new("aten::std_mean", "dim");
        private static readonly Operator StdMeanOp = new("aten::std_mean");
        private static readonly Operator StdOp = new("aten::std");
        private static readonly Operator VarDimOp = new("aten::var", "dim");
        private static readonly Operator VarMeanDimOp = new("aten::var_mean", "dim");
        private static readonly Operator VarMeanOp = new("aten::var_mean");
        private static readonly Operator VarOp = new("aten::var");

        public Tensor std(bool unbiased = true) => StdOp.Call(this, unbiased);
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            StdDimOp.Call(As(type), Dims(dim), unbiased, keepdim);
        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            StdDimOp.Call(As(type), Dims(dim), unbiased, keepdim);
        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            StdDimOp.Call(As(type), dimensions.ToArray(), unbiased, keepdim);
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            StdDimOp.Call(As(type), dim, unbiased, keepdim);
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            StdDimOp.Call(As(type), dimensions, unbiased, keepdim);

        public Tensor var(bool unbiased = true) => VarOp.Call(this, unbiased);
        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            VarDimOp.Call(As(type), Dims(dim), unbiased, keepdim);
        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            VarDimOp.Call(As(type), Dims(dim), unbiased, keepdim);
        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            VarDimOp.Call(As(type), dimensions.ToArray(), unbiased, keepdim);
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            VarDimOp.Call(As(type), dim, unbiased, keepdim);
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            VarDimOp.Call(As(type), dimensions, unbiased, keepdim);

        public (Tensor, Tensor) std_mean(bool unbiased = true) => StdMeanOp.Call2(this, unbiased);
        public (Tensor, Tensor) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            StdMeanDimOp.Call2(As(type), Dims(dim), unbiased, keepdim);
        public (Tensor, Tensor) std_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            StdMeanDimOp.Call2(As(type), Dims(dim), unbiased, keepdim);
        public (Tensor, Tensor) std_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            StdMeanDimOp.Call2(As(type), dimensions.ToArray(), unbiased, keepdim);
        public (Tensor, Tensor) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            StdMeanDimOp.Call2(As(type), dim, unbiased, keepdim);
        public (Tensor, Tensor) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            StdMeanDimOp.Call2(As(type), dimensions, unbiased, keepdim);

        public (Tensor, Tensor) var_mean(bool unbiased = true) => VarMeanOp.Call2(this, unbiased);
        public (Tensor, Tensor) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            VarMeanDimOp.Call2(As(type), Dims(dim), unbiased, keepdim);
        public (Tensor, Tensor) var_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            VarMeanDimOp.Call2(As(type), Dims(dim), unbiased, keepdim);
        public (Tensor, Tensor) var_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            VarMeanDimOp.Call2(As(type), dimensions.ToArray(), unbiased, keepdim);
        public (Tensor, Tensor) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            VarMeanDimOp.Call2(As(type), dim, unbiased, keepdim);
        public (Tensor, Tensor) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            VarMeanDimOp.Call2(As(type), dimensions, unbiased, keepdim);

        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
            CovOp.Call(this, correction, fweights, aweights);

        public Tensor corrcoef() => CorrcoefOp.Call(this);

        public Tensor histc(long bins = 100, long min = 0, long max = 0) => HistcOp.Call(this, bins, min, max);

        public Tensor bincount(Tensor? weights, long minlength = 0) => BincountOp.Call(this, weights, minlength);
    }
}
