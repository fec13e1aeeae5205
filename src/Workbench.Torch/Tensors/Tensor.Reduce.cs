using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Sums, extremes and counts over dimensions.</summary>
    public partial class Tensor
    {
        private static readonly Operator AllDimOp = new("aten::all", "dim");
        private static readonly Operator AllOp = new("aten::all");
        private static readonly Operator AmaxOp = new("aten::amax");
        private static readonly Operator AminOp = new("aten::amin");
        private static readonly Operator AminmaxOp = new("aten::aminmax");
        private static readonly Operator AnyDimOp = new("aten::any", "dim");
        private static readonly Operator AnyOp = new("aten::any");
        private static readonly Operator ArgmaxOp = new("aten::argmax");
        private static readonly Operator ArgminOp = new("aten::argmin");
        private static readonly Operator CountNonzeroDimIntListOp = new("aten::count_nonzero", "dim_IntList");
        private static readonly Operator CountNonzeroOp = new("aten::count_nonzero");
        private static readonly Operator CummaxOp = new("aten::cummax");
        private static readonly Operator CumminOp = new("aten::cummin");
        private static readonly Operator CumprodOp = new("aten::cumprod");
        private static readonly Operator CumsumOp = new("aten::cumsum");
        private static readonly Operator CumulativeTrapezoidDxOp = new("aten::cumulative_trapezoid", "dx");
        private static readonly Operator CumulativeTrapezoidXOp = new("aten::cumulative_trapezoid", "x");
        private static readonly Operator DiffOp = new("aten::diff");
        private static readonly Operator DistOp = new("aten::dist");
        private static readonly Operator KthvalueOp = new("aten::kthvalue");
        private static readonly Operator LogcumsumexpOp = new("aten::logcumsumexp");
        private static readonly Operator LogsumexpOp = new("aten::logsumexp");
        private static readonly Operator MaxDimOp = new("aten::max", "dim");
        private static readonly Operator MaxOp = new("aten::max");
        private static readonly Operator MaxOtherOp = new("aten::max", "other");
        private static readonly Operator MeanDimOp = new("aten::mean", "dim");
        private static readonly Operator MeanOp = new("aten::mean");
        private static readonly Operator MedianOp = new("aten::median");
        private static readonly Operator MinDimOp = new("aten::min", "dim");
        private static readonly Operator MinOp = new("aten::min");
        private static readonly Operator MinOtherOp = new("aten::min", "other");
        private static readonly Operator ModeOp = new("aten::mode");
        private static readonly Operator NanmeanOp = new("aten::nanmean");
        private static readonly Operator NanmedianOp = new("aten::nanmedian");
        private static readonly Operator NanquantileOp = new("aten::nanquantile");
        private static readonly Operator NansumOp = new("aten::nansum");
        private static readonly Operator NormScalarOp = new("aten::norm", "Scalar");
        private static readonly Operator NormScalarOptDimOp = new("aten::norm", "ScalarOpt_dim");
        private static readonly Operator ProdDimIntOp = new("aten::prod", "dim_int");
        private static readonly Operator ProdOp = new("aten::prod");
        private static readonly Operator QuantileOp = new("aten::quantile");
        private static readonly Operator SumDimIntListOp = new("aten::sum", "dim_IntList");
        private static readonly Operator SumOp = new("aten::sum");
        private static readonly Operator TrapezoidDxOp = new("aten::trapezoid", "dx");
        private static readonly Operator TrapezoidXOp = new("aten::trapezoid", "x");

        public Tensor sum(ScalarType? type = null) => SumOp.Call(this, type);
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            SumDimIntListOp.Call(this, dim.ToArray(), keepdim, type);
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            SumDimIntListOp.Call(this, dim, keepdim, type);
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            SumDimIntListOp.Call(this, dim, keepdim, type);
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            sum([dim0, dim1], keepdim, type);
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum([dim0, dim1, dim2], keepdim, type);

        public Tensor nansum() => NansumOp.Call(this);

        public Tensor mean() => MeanOp.Call(this);
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            MeanDimOp.Call(this, dimensions, keepdim, type);

        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
            NanmeanOp.Call(this, dim, keepdim, dtype);

        public Tensor prod(ScalarType? type = null) => ProdOp.Call(this, type);
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) =>
            ProdDimIntOp.Call(this, dim, keepdim, type);

        public Tensor max() => MaxOp.Call(this);
        public Tensor max(Tensor other) => MaxOtherOp.Call(this, other);
        public (Tensor, Tensor) max(long dim, bool keepdim = false) => MaxDimOp.Call2(this, dim, keepdim);

        public Tensor min() => MinOp.Call(this);
        public Tensor min(Tensor other) => MinOtherOp.Call(this, other);
        public (Tensor, Tensor) min(long dim, bool keepdim = false) => MinDimOp.Call2(this, dim, keepdim);

        public Tensor amax(params long[] dims) => AmaxOp.Call(this, dims, false);
        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            amax(dims.ToArray(), keepdim, @out);
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Into(@out, AmaxOp.Call(this, dims, keepdim));

        public Tensor amin(params long[] dims) => AminOp.Call(this, dims, false);
        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            amin(dims.ToArray(), keepdim, @out);
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Into(@out, AminOp.Call(this, dims, keepdim));

        public (Tensor, Tensor) aminmax(long? dim = null, bool keepdim = false) => AminmaxOp.Call2(this, dim, keepdim);

        public Tensor argmax() => ArgmaxOp.Call(this);
        public Tensor argmax(long dim, bool keepdim = false) => ArgmaxOp.Call(this, dim, keepdim);

        public Tensor argmin() => ArgminOp.Call(this);
        public Tensor argmin(long dim, bool keepdim = false) => ArgminOp.Call(this, dim, keepdim);

        public Tensor all() => AllOp.Call(this);
        public Tensor all(long dim, bool keepdim = false) => AllDimOp.Call(this, dim, keepdim);

        public Tensor any() => AnyOp.Call(this);
        public Tensor any(long dim, bool keepdim = false) => AnyDimOp.Call(this, dim, keepdim);

        public Tensor logsumexp(long dim, bool keepdim = false) => LogsumexpOp.Call(this, dim, keepdim);

        public Tensor norm(float p = 2) => NormScalarOp.Call(this, p);
        public Tensor norm(int dim, bool keepdim = false, float p = 2) => NormScalarOptDimOp.Call(this, p, dim, keepdim);

        public Tensor dist(Tensor other, float p = 2) => DistOp.Call(this, other, p);

        public Tensor median() => MedianOp.Call(this);

        public Tensor nanmedian() => NanmedianOp.Call(this);

        public (Tensor, Tensor) mode(long dim = -1, bool keepdim = false) => ModeOp.Call2(this, dim, keepdim);

        public (Tensor, Tensor) kthvalue(long k, long? dim, bool keepdim = false) =>
            KthvalueOp.Call2(this, k, dim ?? -1, keepdim);

        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => QuantileOp.Call(this, q, dim, keepdim);

        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) => NanquantileOp.Call(this, q, dim, keepdim);

        public Tensor count_nonzero(long[]? dims = null) =>
            dims is null ? CountNonzeroOp.Call(this) : CountNonzeroDimIntListOp.Call(this, dims);

        public Tensor cumsum(long dim, ScalarType? type = null) => CumsumOp.Call(this, dim, type);

        public Tensor cumprod(long dim, ScalarType? type = null) => CumprodOp.Call(this, dim, type);

        public (Tensor, Tensor) cummax(long dim) => CummaxOp.Call2(this, dim);

        public (Tensor, Tensor) cummin(long dim) => CumminOp.Call2(this, dim);

        public Tensor logcumsumexp(long dim) => LogcumsumexpOp.Call(this, dim);

        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1) => CumulativeTrapezoidDxOp.Call(this, dx, dim);
        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) => CumulativeTrapezoidXOp.Call(this, x, dim);

        public Tensor trapezoid(double dx = 1, long dim = -1) => TrapezoidDxOp.Call(this, dx, dim);
        public Tensor trapezoid(Tensor x, long dim = -1) => TrapezoidXOp.Call(this, x, dim);

        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
            DiffOp.Call(this, n, dim, prepend, append);
    }
}
