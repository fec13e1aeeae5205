using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions.</summary>
    public static partial class special
    {
        private static readonly Operator SpecialAiryAiOp = new("aten::special_airy_ai");
        private static readonly Operator SpecialBesselJ0Op = new("aten::special_bessel_j0");
        private static readonly Operator SpecialBesselJ1Op = new("aten::special_bessel_j1");
        private static readonly Operator SpecialBesselY0Op = new("aten::special_bessel_y0");
        private static readonly Operator SpecialBesselY1Op = new("aten::special_bessel_y1");
        private static readonly Operator SpecialChebyshevPolynomialTOp = new("aten::special_chebyshev_polynomial_t");
        private static readonly Operator SpecialChebyshevPolynomialUOp = new("aten::special_chebyshev_polynomial_u");
        private static readonly Operator SpecialChebyshevPolynomialVOp = new("aten::special_chebyshev_polynomial_v");
        private static readonly Operator SpecialChebyshevPolynomialWOp = new("aten::special_chebyshev_polynomial_w");
        private static readonly Operator SpecialDigammaOp = new("aten::special_digamma");
        private static readonly Operator SpecialEntrOp = new("aten::special_entr");
        private static readonly Operator SpecialErfOp = new("aten::special_erf");
        private static readonly Operator SpecialErfcOp = new("aten::special_erfc");
        private static readonly Operator SpecialErfcxOp = new("aten::special_erfcx");
        private static readonly Operator SpecialErfinvOp = new("aten::special_erfinv");
        private static readonly Operator SpecialExp2Op = new("aten::special_exp2");
        private static readonly Operator SpecialExpitOp = new("aten::special_expit");
        private static readonly Operator SpecialExpm1Op = new("aten::special_expm1");
        private static readonly Operator SpecialGammaincOp = new("aten::special_gammainc");
        private static readonly Operator SpecialGammainccOp = new("aten::special_gammaincc");
        private static readonly Operator SpecialGammalnOp = new("aten::special_gammaln");
        private static readonly Operator SpecialHermitePolynomialHOp = new("aten::special_hermite_polynomial_h");
        private static readonly Operator SpecialHermitePolynomialHeOp = new("aten::special_hermite_polynomial_he");
        private static readonly Operator SpecialI0Op = new("aten::special_i0");
        private static readonly Operator SpecialI0eOp = new("aten::special_i0e");
        private static readonly Operator SpecialI1Op = new("aten::special_i1");
        private static readonly Operator SpecialI1eOp = new("aten::special_i1e");
        private static readonly Operator SpecialLaguerrePolynomialLOp = new("aten::special_laguerre_polynomial_l");
        private static readonly Operator SpecialLegendrePolynomialPOp = new("aten::special_legendre_polynomial_p");
        private static readonly Operator SpecialLogSoftmaxOp = new("aten::special_log_softmax");
        private static readonly Operator SpecialLogitOp = new("aten::special_logit");
        private static readonly Operator SpecialModifiedBesselI0Op = new("aten::special_modified_bessel_i0");
        private static readonly Operator SpecialModifiedBesselI1Op = new("aten::special_modified_bessel_i1");
        private static readonly Operator SpecialModifiedBesselK0Op = new("aten::special_modified_bessel_k0");
        private static readonly Operator SpecialModifiedBesselK1Op = new("aten::special_modified_bessel_k1");
        private static readonly Operator SpecialMultigammalnOp = new("aten::special_multigammaln");
        private static readonly Operator SpecialNdtrOp = new("aten::special_ndtr");
        private static readonly Operator SpecialNdtriOp = new("aten::special_ndtri");
        private static readonly Operator SpecialPolygammaOp = new("aten::special_polygamma");
        private static readonly Operator SpecialPsiOp = new("aten::special_psi");
        private static readonly Operator SpecialScaledModifiedBesselK0Op = new("aten::special_scaled_modified_bessel_k0");
        private static readonly Operator SpecialScaledModifiedBesselK1Op = new("aten::special_scaled_modified_bessel_k1");
        private static readonly Operator SpecialShiftedChebyshevPolynomialTOp = new("aten::special_shifted_chebyshev_polynomial_t");
        private static readonly Operator SpecialShiftedChebyshevPolynomialUOp = new("aten::special_shifted_chebyshev_polynomial_u");
        private static readonly Operator SpecialShiftedChebyshevPolynomialVOp = new("aten::special_shifted_chebyshev_polynomial_v");
        private static readonly Operator SpecialShiftedChebyshevPolynomialWOp = new("aten::special_shifted_chebyshev_polynomial_w");
        private static readonly Operator SpecialSincOp = new("aten::special_sinc");
        private static readonly Operator SpecialSoftmaxOp = new("aten::special_softmax");
        private static readonly Operator SpecialSphericalBesselJ0Op = new("aten::special_spherical_bessel_j0");
        private static readonly Operator SpecialXlog1pyOp = new("aten::special_xlog1py");
        private static readonly Operator SpecialZetaOp = new("aten::special_zeta");

        public static Tensor airy_ai(Tensor input, Tensor? @out = null) => Into(@out, SpecialAiryAiOp.Call(input));
        public static Tensor bessel_j0(Tensor input, Tensor? @out = null) => Into(@out, SpecialBesselJ0Op.Call(input));
        public static Tensor bessel_j1(Tensor input, Tensor? @out = null) => Into(@out, SpecialBesselJ1Op.Call(input));
        public static Tensor bessel_y0(Tensor input, Tensor? @out = null) => Into(@out, SpecialBesselY0Op.Call(input));
        public static Tensor bessel_y1(Tensor input, Tensor? @out = null) => Into(@out, SpecialBesselY1Op.Call(input));
        public static Tensor chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, SpecialChebyshevPolynomialTOp.Call(x, n));
        public static Tensor chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, SpecialChebyshevPolynomialUOp.Call(x, n));
        public static Tensor chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, SpecialChebyshevPolynomialVOp.Call(x, n));
        public static Tensor chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, SpecialChebyshevPolynomialWOp.Call(x, n));
        public static Tensor digamma(Tensor input) => SpecialDigammaOp.Call(input);
        public static Tensor entr(Tensor input) => SpecialEntrOp.Call(input);
        public static Tensor erf(Tensor input) => SpecialErfOp.Call(input);
        public static Tensor erfc(Tensor input) => SpecialErfcOp.Call(input);
        public static Tensor erfcx(Tensor input) => SpecialErfcxOp.Call(input);
        public static Tensor erfinv(Tensor input) => SpecialErfinvOp.Call(input);
        public static Tensor exp2(Tensor input) => SpecialExp2Op.Call(input);
        public static Tensor expit(Tensor input) => SpecialExpitOp.Call(input);
        public static Tensor expm1(Tensor input) => SpecialExpm1Op.Call(input);
        public static Tensor gammainc(Tensor input, Tensor other) => SpecialGammaincOp.Call(input, other);
        public static Tensor gammaincc(Tensor input, Tensor other) => SpecialGammainccOp.Call(input, other);
        public static Tensor gammaln(Tensor input) => SpecialGammalnOp.Call(input);
        public static Tensor hermite_polynomial_h(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, SpecialHermitePolynomialHOp.Call(x, n));
        public static Tensor hermite_polynomial_he(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, SpecialHermitePolynomialHeOp.Call(x, n));
        public static Tensor i0(Tensor input) => SpecialI0Op.Call(input);
        public static Tensor i0e(Tensor input) => SpecialI0eOp.Call(input);
        public static Tensor i1(Tensor input) => SpecialI1Op.Call(input);
        public static Tensor i1e(Tensor input) => SpecialI1eOp.Call(input);
        public static Tensor laguerre_polynomial_l(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, SpecialLaguerrePolynomialLOp.Call(x, n));
        public static Tensor legendre_polynomial_p(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, SpecialLegendrePolynomialPOp.Call(x, n));
        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) =>
            SpecialLogSoftmaxOp.Call(input, dim, dtype);
        public static Tensor logit(Tensor input) => SpecialLogitOp.Call(input);
        public static Tensor modified_bessel_i0(Tensor input, Tensor? @out = null) =>
            Into(@out, SpecialModifiedBesselI0Op.Call(input));
        public static Tensor modified_bessel_i1(Tensor input, Tensor? @out = null) =>
            Into(@out, SpecialModifiedBesselI1Op.Call(input));
        public static Tensor modified_bessel_k0(Tensor input, Tensor? @out = null) =>
            Into(@out, SpecialModifiedBesselK0Op.Call(input));
        public static Tensor modified_bessel_k1(Tensor input, Tensor? @out = null) =>
            Into(@out, SpecialModifiedBesselK1Op.Call(input));
        public static Tensor multigammaln(Tensor input, long p) => SpecialMultigammalnOp.Call(input, p);
        public static Tensor ndtr(Tensor input) => SpecialNdtrOp.Call(input);
        public static Tensor ndtri(Tensor input) => SpecialNdtriOp.Call(input);
        public static Tensor polygamma(long n, Tensor input) => SpecialPolygammaOp.Call(n, input);
        public static Tensor psi(Tensor input) => SpecialPsiOp.Call(input);
        public static Tensor scaled_modified_bessel_k0(Tensor input, Tensor? @out = null) =>
            Into(@out, SpecialScaledModifiedBesselK0Op.Call(input));
        public static Tensor scaled_modified_bessel_k1(Tensor input, Tensor? @out = null) =>
            Into(@out, SpecialScaledModifiedBesselK1Op.Call(input));
        public static Tensor shifted_chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, SpecialShiftedChebyshevPolynomialTOp.Call(x, n));
        public static Tensor shifted_chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, SpecialShiftedChebyshevPolynomialUOp.Call(x, n));
        public static Tensor shifted_chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, SpecialShiftedChebyshevPolynomialVOp.Call(x, n));
        public static Tensor shifted_chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, SpecialShiftedChebyshevPolynomialWOp.Call(x, n));
        public static Tensor sigmoid(Tensor input) => input.sigmoid();
        public static Tensor sigmoid_(Tensor input) => input.sigmoid_();
        public static Tensor sinc(Tensor input) => SpecialSincOp.Call(input);
        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) =>
            SpecialSoftmaxOp.Call(input, dim, dtype);
        public static Tensor spherical_bessel_j0(Tensor input, Tensor? @out = null) =>
            Into(@out, SpecialSphericalBesselJ0Op.Call(input));
        public static Tensor xlog1py(Tensor input, Tensor other) => SpecialXlog1pyOp.Call(input, other);
        public static Tensor zeta(Tensor x, Tensor q) => SpecialZetaOp.Call(x, q);

        private static Tensor Into(Tensor? @out, Tensor result)
        {
            if (@out is null) return result;
            using (result) return @out.copy_(result);
        }
    }
}
