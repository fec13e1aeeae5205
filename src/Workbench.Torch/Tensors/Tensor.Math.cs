using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Exponentials, rounding and special functions, value by value.</summary>
    public partial class Tensor
    {
        private static readonly Operator CeilInPlaceOp = new("aten::ceil_");
        private static readonly Operator CeilOp = new("aten::ceil");
        private static readonly Operator ClampInPlaceOp = new("aten::clamp_");
        private static readonly Operator ClampMaxInPlaceOp = new("aten::clamp_max_");
        private static readonly Operator ClampMaxOp = new("aten::clamp_max");
        private static readonly Operator ClampMinInPlaceOp = new("aten::clamp_min_");
        private static readonly Operator ClampMinOp = new("aten::clamp_min");
        private static readonly Operator ClampOp = new("aten::clamp");
        private static readonly Operator ClampTensorInPlaceOp = new("aten::clamp_", "Tensor");
        private static readonly Operator ClampTensorOp = new("aten::clamp", "Tensor");
        private static readonly Operator ClipOp = new("aten::clip");
        private static readonly Operator ConjOp = new("aten::conj");
        private static readonly Operator ConjPhysicalInPlaceOp = new("aten::conj_physical_");
        private static readonly Operator ConjPhysicalOp = new("aten::conj_physical");
        private static readonly Operator DigammaInPlaceOp = new("aten::digamma_");
        private static readonly Operator DigammaOp = new("aten::digamma");
        private static readonly Operator ErfInPlaceOp = new("aten::erf_");
        private static readonly Operator ErfOp = new("aten::erf");
        private static readonly Operator ErfcInPlaceOp = new("aten::erfc_");
        private static readonly Operator ErfcOp = new("aten::erfc");
        private static readonly Operator ErfinvInPlaceOp = new("aten::erfinv_");
        private static readonly Operator ErfinvOp = new("aten::erfinv");
        private static readonly Operator Exp2InPlaceOp = new("aten::exp2_");
        private static readonly Operator Exp2Op = new("aten::exp2");
        private static readonly Operator ExpInPlaceOp = new("aten::exp_");
        private static readonly Operator ExpOp = new("aten::exp");
        private static readonly Operator Expm1InPlaceOp = new("aten::expm1_");
        private static readonly Operator Expm1Op = new("aten::expm1");
        private static readonly Operator FixInPlaceOp = new("aten::fix_");
        private static readonly Operator FixOp = new("aten::fix");
        private static readonly Operator FloorInPlaceOp = new("aten::floor_");
        private static readonly Operator FloorOp = new("aten::floor");
        private static readonly Operator FracInPlaceOp = new("aten::frac_");
        private static readonly Operator FracOp = new("aten::frac");
        private static readonly Operator FrexpTensorOp = new("aten::frexp", "Tensor");
        private static readonly Operator I0InPlaceOp = new("aten::i0_");
        private static readonly Operator I0Op = new("aten::i0");
        private static readonly Operator IgammaOp = new("aten::igamma");
        private static readonly Operator IgammacOp = new("aten::igammac");
        private static readonly Operator IsConjOp = new("aten::is_conj");
        private static readonly Operator IsNegOp = new("aten::is_neg");
        private static readonly Operator LgammaInPlaceOp = new("aten::lgamma_");
        private static readonly Operator LgammaOp = new("aten::lgamma");
        private static readonly Operator Log10InPlaceOp = new("aten::log10_");
        private static readonly Operator Log10Op = new("aten::log10");
        private static readonly Operator Log1pInPlaceOp = new("aten::log1p_");
        private static readonly Operator Log1pOp = new("aten::log1p");
        private static readonly Operator Log2InPlaceOp = new("aten::log2_");
        private static readonly Operator Log2Op = new("aten::log2");
        private static readonly Operator LogInPlaceOp = new("aten::log_");
        private static readonly Operator LogOp = new("aten::log");
        private static readonly Operator LogitInPlaceOp = new("aten::logit_");
        private static readonly Operator LogitOp = new("aten::logit");
        private static readonly Operator MvlgammaInPlaceOp = new("aten::mvlgamma_");
        private static readonly Operator MvlgammaOp = new("aten::mvlgamma");
        private static readonly Operator NanToNumInPlaceOp = new("aten::nan_to_num_");
        private static readonly Operator NanToNumOp = new("aten::nan_to_num");
        private static readonly Operator PolygammaInPlaceOp = new("aten::polygamma_");
        private static readonly Operator PolygammaOp = new("aten::polygamma");
        private static readonly Operator ResolveConjOp = new("aten::resolve_conj");
        private static readonly Operator ResolveNegOp = new("aten::resolve_neg");
        private static readonly Operator RoundDecimalsInPlaceOp = new("aten::round_", "decimals");
        private static readonly Operator RoundDecimalsOp = new("aten::round", "decimals");
        private static readonly Operator RoundInPlaceOp = new("aten::round_");
        private static readonly Operator RoundOp = new("aten::round");
        private static readonly Operator SgnInPlaceOp = new("aten::sgn_");
        private static readonly Operator SgnOp = new("aten::sgn");
        private static readonly Operator SignInPlaceOp = new("aten::sign_");
        private static readonly Operator SignOp = new("aten::sign");
        private static readonly Operator SignbitOp = new("aten::signbit");
        private static readonly Operator TruncInPlaceOp = new("aten::trunc_");
        private static readonly Operator TruncOp = new("aten::trunc");
        private static readonly Operator ViewAsComplexOp = new("aten::view_as_complex");
        private static readonly Operator ViewAsRealOp = new("aten::view_as_real");

        public Tensor exp() => ExpOp.Call(this);
        public Tensor exp_() => ExpInPlaceOp.InPlace(this);

        public Tensor exp2() => Exp2Op.Call(this);
        public Tensor exp2_() => Exp2InPlaceOp.InPlace(this);

        public Tensor expm1() => Expm1Op.Call(this);
        public Tensor expm1_() => Expm1InPlaceOp.InPlace(this);

        public Tensor log() => LogOp.Call(this);
        public Tensor log_() => LogInPlaceOp.InPlace(this);

        public Tensor log10() => Log10Op.Call(this);
        public Tensor log10_() => Log10InPlaceOp.InPlace(this);

        public Tensor log1p() => Log1pOp.Call(this);
        public Tensor log1p_() => Log1pInPlaceOp.InPlace(this);

        public Tensor log2() => Log2Op.Call(this);
        public Tensor log2_() => Log2InPlaceOp.InPlace(this);

        public Tensor erf() => ErfOp.Call(this);
        public Tensor erf_() => ErfInPlaceOp.InPlace(this);

        public Tensor erfc() => ErfcOp.Call(this);
        public Tensor erfc_() => ErfcInPlaceOp.InPlace(this);

        public Tensor erfinv() => ErfinvOp.Call(this);
        public Tensor erfinv_() => ErfinvInPlaceOp.InPlace(this);

        public Tensor lgamma() => LgammaOp.Call(this);
        public Tensor lgamma_() => LgammaInPlaceOp.InPlace(this);

        public Tensor digamma() => DigammaOp.Call(this);
        public Tensor digamma_() => DigammaInPlaceOp.InPlace(this);

        public Tensor polygamma(long p) => PolygammaOp.Call(p, this);
        public Tensor polygamma_(long p) => PolygammaInPlaceOp.InPlace(this, p);

        public Tensor mvlgamma(long p) => MvlgammaOp.Call(this, p);
        public Tensor mvlgamma_(long p) => MvlgammaInPlaceOp.InPlace(this, p);

        public Tensor i0() => I0Op.Call(this);
        public Tensor i0_() => I0InPlaceOp.InPlace(this);

        public Tensor igamma(Tensor other) => IgammaOp.Call(this, other);

        public Tensor igammac(Tensor other) => IgammacOp.Call(this, other);

        public Tensor ceil() => CeilOp.Call(this);
        public Tensor ceil_() => CeilInPlaceOp.InPlace(this);

        public Tensor floor() => FloorOp.Call(this);
        public Tensor floor_() => FloorInPlaceOp.InPlace(this);

        public Tensor round(long decimals = 0) => decimals == 0 ? RoundOp.Call(this) : RoundDecimalsOp.Call(this, decimals);
        public Tensor round_(long decimals = 0) =>
            decimals == 0 ? RoundInPlaceOp.InPlace(this) : RoundDecimalsInPlaceOp.InPlace(this, decimals);

        public Tensor trunc() => TruncOp.Call(this);
        public Tensor trunc_() => TruncInPlaceOp.InPlace(this);

        public Tensor fix() => FixOp.Call(this);
        public Tensor fix_() => FixInPlaceOp.InPlace(this);

        public Tensor frac() => FracOp.Call(this);
        public Tensor frac_() => FracInPlaceOp.InPlace(this);

        public Tensor sign() => SignOp.Call(this);
        public Tensor sign_() => SignInPlaceOp.InPlace(this);

        public Tensor sgn() => SgnOp.Call(this);
        public Tensor sgn_() => SgnInPlaceOp.InPlace(this);

        public Tensor signbit() => SignbitOp.Call(this);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => ClampOp.Call(this, min, max);
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => ClampTensorOp.Call(this, min, max);
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => ClampInPlaceOp.InPlace(this, min, max);
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => ClampTensorInPlaceOp.InPlace(this, min, max);

        public Tensor clamp_max(Scalar max) => ClampMaxOp.Call(this, max);
        public Tensor clamp_max_(Scalar max) => ClampMaxInPlaceOp.InPlace(this, max);

        public Tensor clamp_min(Scalar min) => ClampMinOp.Call(this, min);
        public Tensor clamp_min_(Scalar min) => ClampMinInPlaceOp.InPlace(this, min);

        public Tensor clip(Scalar? min = null, Scalar? max = null) => ClipOp.Call(this, min, max);

        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) =>
            NanToNumOp.Call(this, nan, posinf, neginf);
        public Tensor nan_to_num_(double nan = 0, double? posinf = null, double? neginf = null) =>
            NanToNumInPlaceOp.InPlace(this, nan, posinf, neginf);

        public Tensor logit(double? eps = null) => LogitOp.Call(this, eps);
        public Tensor logit_(double? eps = null) => LogitInPlaceOp.InPlace(this, eps);

        public (Tensor, Tensor) frexp() => FrexpTensorOp.Call2(this);

        public Tensor conj() => ConjOp.Call(this);

        public Tensor conj_physical() => ConjPhysicalOp.Call(this);
        public Tensor conj_physical_() => ConjPhysicalInPlaceOp.InPlace(this);

        public Tensor resolve_conj() => ResolveConjOp.Call(this);

        public Tensor resolve_neg() => ResolveNegOp.Call(this);

        public bool is_conj() => IsConjOp.CallBool(this);

        public bool is_neg() => IsNegOp.CallBool(this);

        public Tensor view_as_complex() => ViewAsComplexOp.Call(this);

        public Tensor view_as_real() => ViewAsRealOp.Call(this);
    }
}
