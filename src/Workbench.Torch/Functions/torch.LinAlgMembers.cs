using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra: decompositions, solves, norms.</summary>
    public static partial class linalg
    {
        private static readonly Operator LinalgCholeskyExOp = new("aten::linalg_cholesky_ex");
        private static readonly Operator LinalgCholeskyOp = new("aten::linalg_cholesky");
        private static readonly Operator LinalgCondOp = new("aten::linalg_cond");
        private static readonly Operator LinalgCondPStrOp = new("aten::linalg_cond", "p_str");
        private static readonly Operator LinalgCrossOp = new("aten::linalg_cross");
        private static readonly Operator LinalgDetOp = new("aten::linalg_det");
        private static readonly Operator LinalgDiagonalOp = new("aten::linalg_diagonal");
        private static readonly Operator LinalgEigOp = new("aten::linalg_eig");
        private static readonly Operator LinalgEighOp = new("aten::linalg_eigh");
        private static readonly Operator LinalgEigvalsOp = new("aten::linalg_eigvals");
        private static readonly Operator LinalgEigvalshOp = new("aten::linalg_eigvalsh");
        private static readonly Operator LinalgHouseholderProductOp = new("aten::linalg_householder_product");
        private static readonly Operator LinalgInvExOp = new("aten::linalg_inv_ex");
        private static readonly Operator LinalgInvOp = new("aten::linalg_inv");
        private static readonly Operator LinalgLdlFactorExOp = new("aten::linalg_ldl_factor_ex");
        private static readonly Operator LinalgLdlFactorOp = new("aten::linalg_ldl_factor");
        private static readonly Operator LinalgLdlSolveOp = new("aten::linalg_ldl_solve");
        private static readonly Operator LinalgLstsqOp = new("aten::linalg_lstsq");
        private static readonly Operator LinalgLuFactorOp = new("aten::linalg_lu_factor");
        private static readonly Operator LinalgLuOp = new("aten::linalg_lu");
        private static readonly Operator LinalgLuSolveOp = new("aten::linalg_lu_solve");
        private static readonly Operator LinalgMatrixExpOp = new("aten::linalg_matrix_exp");
        private static readonly Operator LinalgMatrixNormOp = new("aten::linalg_matrix_norm");
        private static readonly Operator LinalgMatrixNormStrOrdOp = new("aten::linalg_matrix_norm", "str_ord");
        private static readonly Operator LinalgMatrixRankAtolRtolFloatOp = new("aten::linalg_matrix_rank", "atol_rtol_float");
        private static readonly Operator LinalgMatrixRankAtolRtolTensorOp = new("aten::linalg_matrix_rank", "atol_rtol_tensor");
        private static readonly Operator LinalgMultiDotOp = new("aten::linalg_multi_dot");
        private static readonly Operator LinalgNormOp = new("aten::linalg_norm");
        private static readonly Operator LinalgNormOrdStrOp = new("aten::linalg_norm", "ord_str");
        private static readonly Operator LinalgPinvAtolRtolFloatOp = new("aten::linalg_pinv", "atol_rtol_float");
        private static readonly Operator LinalgPinvAtolRtolTensorOp = new("aten::linalg_pinv", "atol_rtol_tensor");
        private static readonly Operator LinalgQrOp = new("aten::linalg_qr");
        private static readonly Operator LinalgSlogdetOp = new("aten::linalg_slogdet");
        private static readonly Operator LinalgSolveExOp = new("aten::linalg_solve_ex");
        private static readonly Operator LinalgSolveOp = new("aten::linalg_solve");
        private static readonly Operator LinalgSolveTriangularOp = new("aten::linalg_solve_triangular");
        private static readonly Operator LinalgSvdOp = new("aten::linalg_svd");
        private static readonly Operator LinalgSvdvalsOp = new("aten::linalg_svdvals");
        private static readonly Operator LinalgTensorinvOp = new("aten::linalg_tensorinv");
        private static readonly Operator LinalgTensorsolveOp = new("aten::linalg_tensorsolve");
        private static readonly Operator LinalgVanderOp = new("aten::linalg_vander");
        private static readonly Operator LinalgVecdotOp = new("aten::linalg_vecdot");
        private static readonly Operator LinalgVectorNormOp = new("aten::linalg_vector_norm");

        /// <summary>Which of Q and R a QR decomposition returns.</summary>
        public enum QRMode
        {
            Reduced,
            Complete,
            R,
        }

        public static Tensor cholesky(Tensor input) => LinalgCholeskyOp.Call(input);

        public static (Tensor, Tensor) cholesky_ex(Tensor input, bool check_errors = false) =>
            LinalgCholeskyExOp.Call2(input, check_errors);

        public static Tensor cond(Tensor input) => LinalgCondOp.Call(input);
        public static Tensor cond(Tensor input, double p) => LinalgCondOp.Call(input, p);
        public static Tensor cond(Tensor input, int p) => LinalgCondOp.Call(input, p);
        public static Tensor cond(Tensor input, string p) => LinalgCondPStrOp.Call(input, p);

        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => LinalgCrossOp.Call(input, other, dim);

        public static Tensor det(Tensor input) => LinalgDetOp.Call(input);

        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) =>
            LinalgDiagonalOp.Call(input, offset, dim1, dim2);

        public static (Tensor, Tensor) eig(Tensor input) => LinalgEigOp.Call2(input);

        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => LinalgEighOp.Call2(input, UPLO.ToString());

        public static Tensor eigvals(Tensor input) => LinalgEigvalsOp.Call(input);

        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => LinalgEigvalshOp.Call(input, UPLO.ToString());

        public static Tensor householder_product(Tensor A, Tensor tau) => LinalgHouseholderProductOp.Call(A, tau);

        public static Tensor inv(Tensor input) => LinalgInvOp.Call(input);

        public static (Tensor, Tensor) inv_ex(Tensor input, bool check_errors = false) =>
            LinalgInvExOp.Call2(input, check_errors);

        public static (Tensor, Tensor) ldl_factor(Tensor input, bool hermitian = true) =>
            LinalgLdlFactorOp.Call2(input, hermitian);

        public static (Tensor, Tensor, Tensor) ldl_factor_ex(Tensor input, bool hermitian = true, bool check_errors = false) =>
            LinalgLdlFactorExOp.Call3(input, hermitian, check_errors);

        public static Tensor ldl_solve(Tensor LD, Tensor pivots, Tensor B, bool hermitian = false) =>
            LinalgLdlSolveOp.Call(LD, pivots, B, hermitian);

        public static (Tensor, Tensor, Tensor, Tensor) lstsq(Tensor input, Tensor other) => LinalgLstsqOp.Call4(input, other);
        public static (Tensor, Tensor, Tensor, Tensor) lstsq(Tensor input, Tensor other, double rcond) =>
            LinalgLstsqOp.Call4(input, other, rcond);

        public static (Tensor, Tensor, Tensor) lu(Tensor input, bool pivot = true) => LinalgLuOp.Call3(input, pivot);

        public static (Tensor, Tensor) lu_factor(Tensor input, bool pivot = true) => LinalgLuFactorOp.Call2(input, pivot);

        public static Tensor lu_solve(Tensor LU, Tensor pivots, Tensor B, bool left = true, bool adjoint = false, Tensor? @out = null) =>
            Into(@out, LinalgLuSolveOp.Call(LU, pivots, B, left, adjoint));

        public static Tensor matrix_exp(Tensor input) => LinalgMatrixExpOp.Call(input);

        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            LinalgMatrixNormOp.Call(input, ord, dims ?? [-2, -1], keepdim);
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) =>
            LinalgMatrixNormStrOrdOp.Call(input, ord, dims ?? [-2, -1], keepdim);

        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            LinalgMatrixRankAtolRtolFloatOp.Call(input, atol, rtol, hermitian);
        public static Tensor matrix_rank(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            LinalgMatrixRankAtolRtolTensorOp.Call(input, atol, rtol, hermitian);

        public static Tensor multi_dot(IList<Tensor> tensors) => LinalgMultiDotOp.Call(tensors.ToArray());

        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            LinalgNormOp.Call(input, ord, dims, keepdim);
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            LinalgNormOp.Call(input, ord, dims, keepdim);
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            LinalgNormOp.Call(input, Value.None, dims, keepdim);
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            LinalgNormOrdStrOp.Call(input, ord, dims, keepdim);

        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            LinalgPinvAtolRtolFloatOp.Call(input, atol, rtol, hermitian);
        public static Tensor pinv(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            LinalgPinvAtolRtolTensorOp.Call(input, atol, rtol, hermitian);

        public static (Tensor, Tensor) qr(Tensor input, QRMode mode = QRMode.Reduced) =>
            LinalgQrOp.Call2(input, mode.ToString().ToLowerInvariant());

        public static (Tensor, Tensor) slogdet(Tensor input) => LinalgSlogdetOp.Call2(input);

        public static Tensor solve(Tensor A, Tensor B, bool left = true) => LinalgSolveOp.Call(A, B, left);

        public static (Tensor, Tensor) solve_ex(Tensor A, Tensor B, bool left = true, bool check_errors = false) =>
            LinalgSolveExOp.Call2(A, B, left, check_errors);

        public static Tensor solve_triangular(Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false, Tensor? @out = null) =>
            Into(@out, LinalgSolveTriangularOp.Call(A, B, upper, left, unitriangular));

        public static (Tensor, Tensor, Tensor) svd(Tensor input, bool fullMatrices = true) =>
            LinalgSvdOp.Call3(input, fullMatrices);

        public static Tensor svdvals(Tensor input) => LinalgSvdvalsOp.Call(input);

        public static Tensor tensorinv(Tensor input, long ind) => LinalgTensorinvOp.Call(input, ind);

        public static Tensor tensorsolve(Tensor A, Tensor B, long[] dims) => LinalgTensorsolveOp.Call(A, B, dims);

        public static Tensor vander(Tensor input, long? N = null) => LinalgVanderOp.Call(input, N);

        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null) =>
            Into(@out, LinalgVecdotOp.Call(x, y, dim));

        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            LinalgVectorNormOp.Call(input, ord, dims, keepdim);

        private static Tensor Into(Tensor? @out, Tensor result)
        {
            if (@out is null) return result;
            using (result) return @out.copy_(result);
        }
    }
}
