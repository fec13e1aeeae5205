using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Matrix products, decompositions, solves.</summary>
    public partial class Tensor
    {
        private static readonly Operator AddbmmInPlaceOp = new("aten::addbmm_");
        private static readonly Operator AddbmmOp = new("aten::addbmm");
        private static readonly Operator AddmmInPlaceOp = new("aten::addmm_");
        private static readonly Operator AddmmOp = new("aten::addmm");
        private static readonly Operator AddmvInPlaceOp = new("aten::addmv_");
        private static readonly Operator AddmvOp = new("aten::addmv");
        private static readonly Operator AddrInPlaceOp = new("aten::addr_");
        private static readonly Operator AddrOp = new("aten::addr");
        private static readonly Operator AdjointOp = new("aten::adjoint");
        private static readonly Operator BaddbmmOp = new("aten::baddbmm");
        private static readonly Operator BmmOp = new("aten::bmm");
        private static readonly Operator CholeskyInverseOp = new("aten::cholesky_inverse");
        private static readonly Operator CholeskyOp = new("aten::cholesky");
        private static readonly Operator CholeskySolveOp = new("aten::cholesky_solve");
        private static readonly Operator DetOp = new("aten::det");
        private static readonly Operator DotOp = new("aten::dot");
        private static readonly Operator GeqrfOp = new("aten::geqrf");
        private static readonly Operator GerOp = new("aten::ger");
        private static readonly Operator InnerOp = new("aten::inner");
        private static readonly Operator InverseOp = new("aten::inverse");
        private static readonly Operator KronOp = new("aten::kron");
        private static readonly Operator LinalgPinvAtolRtolFloatOp = new("aten::linalg_pinv", "atol_rtol_float");
        private static readonly Operator LogdetOp = new("aten::logdet");
        private static readonly Operator MatmulOp = new("aten::matmul");
        private static readonly Operator MatrixExpOp = new("aten::matrix_exp");
        private static readonly Operator MatrixPowerOp = new("aten::matrix_power");
        private static readonly Operator MmOp = new("aten::mm");
        private static readonly Operator MvOp = new("aten::mv");
        private static readonly Operator OrmqrOp = new("aten::ormqr");
        private static readonly Operator OuterOp = new("aten::outer");
        private static readonly Operator RenormOp = new("aten::renorm");
        private static readonly Operator TensordotOp = new("aten::tensordot");
        private static readonly Operator TraceOp = new("aten::trace");
        private static readonly Operator VdotOp = new("aten::vdot");

        public Tensor matmul(Tensor target) => MatmulOp.Call(this, target);

        public Tensor mm(Tensor target) => MmOp.Call(this, target);

        public Tensor bmm(Tensor batch2) => BmmOp.Call(this, batch2);

        public Tensor mv(Tensor target) => MvOp.Call(this, target);

        public Tensor dot(Tensor target) => DotOp.Call(this, target);

        public Tensor vdot(Tensor target) => VdotOp.Call(this, target);

        public Tensor inner(Tensor vec2) => InnerOp.Call(this, vec2);

        public Tensor outer(Tensor vec2) => OuterOp.Call(this, vec2);

        public Tensor ger(Tensor vec2) => GerOp.Call(this, vec2);

        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            AddmmOp.Call(this, mat1, mat2, beta, alpha);
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            AddmmInPlaceOp.InPlace(this, mat1, mat2, beta, alpha);

        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) =>
            AddmvOp.Call(this, mat, vec, beta, alpha);
        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) =>
            AddmvInPlaceOp.InPlace(this, mat, vec, beta, alpha);

        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
            AddrOp.Call(this, vec1, vec2, beta, alpha);
        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
            AddrInPlaceOp.InPlace(this, vec1, vec2, beta, alpha);

        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            AddbmmOp.Call(this, batch1, batch2, beta, alpha);
        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            AddbmmInPlaceOp.InPlace(this, batch1, batch2, beta, alpha);

        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            BaddbmmOp.Call(this, batch1, batch2, beta, alpha);

        public Tensor kron(Tensor other) => KronOp.Call(this, other);

        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            tensordot(b, [.. dims.Select(d => d.Item1)], [.. dims.Select(d => d.Item2)]);
        public Tensor tensordot(Tensor b, long dims = 2) => tensordot(b, Span(dim() - dims, dims), Span(0, dims));
        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => TensordotOp.Call(this, b, dims1, dims2);

        public Tensor det() => DetOp.Call(this);

        public Tensor logdet() => LogdetOp.Call(this);

        public Tensor inverse() => InverseOp.Call(this);

        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) =>
            LinalgPinvAtolRtolFloatOp.Call(this, Value.None, rcond, hermitian);

        public Tensor matrix_exp() => MatrixExpOp.Call(this);

        public Tensor matrix_power(int n) => MatrixPowerOp.Call(this, n);

        public Tensor cholesky(bool upper = false) => CholeskyOp.Call(this, upper);

        public Tensor cholesky_inverse(bool upper = false) => CholeskyInverseOp.Call(this, upper);

        public Tensor cholesky_solve(Tensor input2, bool upper = false) => CholeskySolveOp.Call(this, input2, upper);

        public (Tensor, Tensor) geqrf() => GeqrfOp.Call2(this);

        public Tensor ormqr(Tensor tau, Tensor other, bool left = true, bool transpose = false) =>
            OrmqrOp.Call(this, tau, other, left, transpose);

        public Tensor trace() => TraceOp.Call(this);

        public Tensor adjoint() => AdjointOp.Call(this);

        public Tensor renorm(float p, long dim, float maxnorm) => RenormOp.Call(this, p, dim, maxnorm);
    }
}
