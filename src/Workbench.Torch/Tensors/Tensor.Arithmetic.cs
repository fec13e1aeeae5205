using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Sums, products, quotients and powers.</summary>
    public partial class Tensor
    {
        private static readonly Operator AbsInPlaceOp = new("aten::abs_");
        private static readonly Operator AbsOp = new("aten::abs");
        private static readonly Operator AbsoluteInPlaceOp = new("aten::absolute_");
        private static readonly Operator AbsoluteOp = new("aten::absolute");
        private static readonly Operator AddScalarInPlaceOp = new("aten::add_", "Scalar");
        private static readonly Operator AddScalarOp = new("aten::add", "Scalar");
        private static readonly Operator AddTensorInPlaceOp = new("aten::add_", "Tensor");
        private static readonly Operator AddTensorOp = new("aten::add", "Tensor");
        private static readonly Operator AddcdivInPlaceOp = new("aten::addcdiv_");
        private static readonly Operator AddcdivOp = new("aten::addcdiv");
        private static readonly Operator AddcmulInPlaceOp = new("aten::addcmul_");
        private static readonly Operator AddcmulOp = new("aten::addcmul");
        private static readonly Operator Arctan2InPlaceOp = new("aten::arctan2_");
        private static readonly Operator Arctan2Op = new("aten::arctan2");
        private static readonly Operator Atan2InPlaceOp = new("aten::atan2_");
        private static readonly Operator Atan2Op = new("aten::atan2");
        private static readonly Operator CopysignTensorInPlaceOp = new("aten::copysign_", "Tensor");
        private static readonly Operator CopysignTensorOp = new("aten::copysign", "Tensor");
        private static readonly Operator DivScalarModeInPlaceOp = new("aten::div_", "Scalar_mode");
        private static readonly Operator DivScalarModeOp = new("aten::div", "Scalar_mode");
        private static readonly Operator DivTensorModeInPlaceOp = new("aten::div_", "Tensor_mode");
        private static readonly Operator DivTensorModeOp = new("aten::div", "Tensor_mode");
        private static readonly Operator FloatPowerTensorInPlaceOp = new("aten::float_power_", "Tensor");
        private static readonly Operator FloatPowerTensorTensorOp = new("aten::float_power", "Tensor_Tensor");
        private static readonly Operator FloorDivideOp = new("aten::floor_divide");
        private static readonly Operator FloorDivideScalarInPlaceOp = new("aten::floor_divide_", "Scalar");
        private static readonly Operator FloorDivideScalarOp = new("aten::floor_divide", "Scalar");
        private static readonly Operator FloorDivideTensorInPlaceOp = new("aten::floor_divide_", "Tensor");
        private static readonly Operator FmaxOp = new("aten::fmax");
        private static readonly Operator FminOp = new("aten::fmin");
        private static readonly Operator FmodScalarInPlaceOp = new("aten::fmod_", "Scalar");
        private static readonly Operator FmodScalarOp = new("aten::fmod", "Scalar");
        private static readonly Operator FmodTensorInPlaceOp = new("aten::fmod_", "Tensor");
        private static readonly Operator FmodTensorOp = new("aten::fmod", "Tensor");
        private static readonly Operator GcdInPlaceOp = new("aten::gcd_");
        private static readonly Operator GcdOp = new("aten::gcd");
        private static readonly Operator HeavisideInPlaceOp = new("aten::heaviside_");
        private static readonly Operator HeavisideOp = new("aten::heaviside");
        private static readonly Operator HypotOp = new("aten::hypot");
        private static readonly Operator LcmInPlaceOp = new("aten::lcm_");
        private static readonly Operator LcmOp = new("aten::lcm");
        private static readonly Operator LdexpInPlaceOp = new("aten::ldexp_");
        private static readonly Operator LdexpTensorOp = new("aten::ldexp", "Tensor");
        private static readonly Operator LerpTensorInPlaceOp = new("aten::lerp_", "Tensor");
        private static readonly Operator LerpTensorOp = new("aten::lerp", "Tensor");
        private static readonly Operator Logaddexp2Op = new("aten::logaddexp2");
        private static readonly Operator LogaddexpOp = new("aten::logaddexp");
        private static readonly Operator MaximumOp = new("aten::maximum");
        private static readonly Operator MinimumOp = new("aten::minimum");
        private static readonly Operator MulScalarInPlaceOp = new("aten::mul_", "Scalar");
        private static readonly Operator MulScalarOp = new("aten::mul", "Scalar");
        private static readonly Operator MulTensorInPlaceOp = new("aten::mul_", "Tensor");
        private static readonly Operator MulTensorOp = new("aten::mul", "Tensor");
        private static readonly Operator MultiplyScalarOp = new("aten::multiply", "Scalar");
        private static readonly Operator MultiplyTensorOp = new("aten::multiply", "Tensor");
        private static readonly Operator NegInPlaceOp = new("aten::neg_");
        private static readonly Operator NegOp = new("aten::neg");
        private static readonly Operator NegativeOp = new("aten::negative");
        private static readonly Operator NextafterInPlaceOp = new("aten::nextafter_");
        private static readonly Operator NextafterOp = new("aten::nextafter");
        private static readonly Operator PositiveOp = new("aten::positive");
        private static readonly Operator PowScalarInPlaceOp = new("aten::pow_", "Scalar");
        private static readonly Operator PowTensorInPlaceOp = new("aten::pow_", "Tensor");
        private static readonly Operator PowTensorScalarOp = new("aten::pow", "Tensor_Scalar");
        private static readonly Operator PowTensorTensorOp = new("aten::pow", "Tensor_Tensor");
        private static readonly Operator ReciprocalInPlaceOp = new("aten::reciprocal_");
        private static readonly Operator ReciprocalOp = new("aten::reciprocal");
        private static readonly Operator RemainderScalarInPlaceOp = new("aten::remainder_", "Scalar");
        private static readonly Operator RemainderScalarOp = new("aten::remainder", "Scalar");
        private static readonly Operator RemainderTensorInPlaceOp = new("aten::remainder_", "Tensor");
        private static readonly Operator RemainderTensorOp = new("aten::remainder", "Tensor");
        private static readonly Operator RsqrtInPlaceOp = new("aten::rsqrt_");
        private static readonly Operator RsqrtOp = new("aten::rsqrt");
        private static readonly Operator SqrtInPlaceOp = new("aten::sqrt_");
        private static readonly Operator SqrtOp = new("aten::sqrt");
        private static readonly Operator SquareOp = new("aten::square");
        private static readonly Operator SubScalarInPlaceOp = new("aten::sub_", "Scalar");
        private static readonly Operator SubScalarOp = new("aten::sub", "Scalar");
        private static readonly Operator SubTensorInPlaceOp = new("aten::sub_", "Tensor");
        private static readonly Operator SubTensorOp = new("aten::sub", "Tensor");
        private static readonly Operator SubtractScalarInPlaceOp = new("aten::subtract_", "Scalar");
        private static readonly Operator SubtractScalarOp = new("aten::subtract", "Scalar");
        private static readonly Operator SubtractTensorInPlaceOp = new("aten::subtract_", "Tensor");
        private static readonly Operator SubtractTensorOp = new("aten::subtract", "Tensor");
        private static readonly Operator TrueDivideScalarInPlaceOp = new("aten::true_divide_", "Scalar");
        private static readonly Operator TrueDivideScalarOp = new("aten::true_divide", "Scalar");
        private static readonly Operator TrueDivideTensorInPlaceOp = new("aten::true_divide_", "Tensor");
        private static readonly Operator TrueDivideTensorOp = new("aten::true_divide", "Tensor");
        private static readonly Operator XlogyScalarOtherInPlaceOp = new("aten::xlogy_", "Scalar_Other");
        private static readonly Operator XlogyScalarOtherOp = new("aten::xlogy", "Scalar_Other");
        private static readonly Operator XlogyTensorInPlaceOp = new("aten::xlogy_", "Tensor");
        private static readonly Operator XlogyTensorOp = new("aten::xlogy", "Tensor");

        public Tensor add(Scalar scalar) => AddScalarOp.Call(this, scalar);
        public Tensor add(Tensor target) => AddTensorOp.Call(this, target);
        public Tensor add(Scalar scalar, Scalar alpha) => AddScalarOp.Call(this, scalar, alpha);
        public Tensor add(Tensor target, Scalar alpha) => AddTensorOp.Call(this, target, alpha);
        public Tensor add_(Scalar scalar) => AddScalarInPlaceOp.InPlace(this, scalar);
        public Tensor add_(Tensor target) => AddTensorInPlaceOp.InPlace(this, target);
        public Tensor add_(Scalar scalar, Scalar alpha) => AddScalarInPlaceOp.InPlace(this, scalar, alpha);
        public Tensor add_(Tensor target, Scalar alpha) => AddTensorInPlaceOp.InPlace(this, target, alpha);

        public Tensor sub(Scalar target) => SubScalarOp.Call(this, target);
        public Tensor sub(Tensor target) => SubTensorOp.Call(this, target);
        public Tensor sub_(Scalar target) => SubScalarInPlaceOp.InPlace(this, target);
        public Tensor sub_(Tensor target) => SubTensorInPlaceOp.InPlace(this, target);

        public Tensor subtract(Scalar target) => SubtractScalarOp.Call(this, target);
        public Tensor subtract(Tensor target) => SubtractTensorOp.Call(this, target);
        public Tensor subtract_(Scalar target) => SubtractScalarInPlaceOp.InPlace(this, target);
        public Tensor subtract_(Tensor target) => SubtractTensorInPlaceOp.InPlace(this, target);

        public Tensor mul(Scalar target) => MulScalarOp.Call(this, target);
        public Tensor mul(Tensor target) => MulTensorOp.Call(this, target);
        public Tensor mul_(Scalar target) => MulScalarInPlaceOp.InPlace(this, target);
        public Tensor mul_(Tensor target) => MulTensorInPlaceOp.InPlace(this, target);

        public Tensor multiply(Scalar target) => MultiplyScalarOp.Call(this, target);
        public Tensor multiply(Tensor target) => MultiplyTensorOp.Call(this, target);

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            DivScalarModeOp.Call(this, target, Rounding(rounding_mode));
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            DivTensorModeOp.Call(this, target, Rounding(rounding_mode));
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            DivScalarModeInPlaceOp.InPlace(this, target, Rounding(rounding_mode));
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            DivTensorModeInPlaceOp.InPlace(this, target, Rounding(rounding_mode));

        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);
        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);
        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);
        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        public Tensor true_divide(Scalar other) => TrueDivideScalarOp.Call(this, other);
        public Tensor true_divide(Tensor other) => TrueDivideTensorOp.Call(this, other);
        public Tensor true_divide_(Scalar other) => TrueDivideScalarInPlaceOp.InPlace(this, other);
        public Tensor true_divide_(Tensor other) => TrueDivideTensorInPlaceOp.InPlace(this, other);

        public Tensor floor_divide(Scalar other) => FloorDivideScalarOp.Call(this, other);
        public Tensor floor_divide(Tensor other) => FloorDivideOp.Call(this, other);
        public Tensor floor_divide_(Scalar other) => FloorDivideScalarInPlaceOp.InPlace(this, other);
        public Tensor floor_divide_(Tensor other) => FloorDivideTensorInPlaceOp.InPlace(this, other);

        public Tensor fmod(Scalar scalar) => FmodScalarOp.Call(this, scalar);
        public Tensor fmod(Tensor target) => FmodTensorOp.Call(this, target);
        public Tensor fmod_(Scalar scalar) => FmodScalarInPlaceOp.InPlace(this, scalar);
        public Tensor fmod_(Tensor target) => FmodTensorInPlaceOp.InPlace(this, target);

        public Tensor remainder(Scalar scalar) => RemainderScalarOp.Call(this, scalar);
        public Tensor remainder(Tensor target) => RemainderTensorOp.Call(this, target);
        public Tensor remainder_(Scalar scalar) => RemainderScalarInPlaceOp.InPlace(this, scalar);
        public Tensor remainder_(Tensor target) => RemainderTensorInPlaceOp.InPlace(this, target);

        public Tensor pow(Scalar exponent) => PowTensorScalarOp.Call(this, exponent);
        public Tensor pow(Tensor exponent) => PowTensorTensorOp.Call(this, exponent);
        public Tensor pow_(Scalar exponent) => PowScalarInPlaceOp.InPlace(this, exponent);
        public Tensor pow_(Tensor exponent) => PowTensorInPlaceOp.InPlace(this, exponent);

        public Tensor float_power(Tensor target) => FloatPowerTensorTensorOp.Call(this, target);
        public Tensor float_power_(Tensor target) => FloatPowerTensorInPlaceOp.InPlace(this, target);

        public Tensor neg() => NegOp.Call(this);
        public Tensor neg_() => NegInPlaceOp.InPlace(this);

        public Tensor negative() => NegativeOp.Call(this);

        public Tensor positive() => PositiveOp.Call(this);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => AddcdivOp.Call(this, tensor1, tensor2);
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => AddcdivOp.Call(this, tensor1, tensor2, value);
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => AddcdivInPlaceOp.InPlace(this, tensor1, tensor2);
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            AddcdivInPlaceOp.InPlace(this, tensor1, tensor2, value);

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => AddcmulOp.Call(this, tensor1, tensor2, value);
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            AddcmulInPlaceOp.InPlace(this, tensor1, tensor2, value);

        public Tensor lerp(Tensor end, Tensor weight) => LerpTensorOp.Call(this, end, weight);
        public Tensor lerp_(Tensor end, Tensor weight) => LerpTensorInPlaceOp.InPlace(this, end, weight);

        public Tensor gcd(Tensor other) => GcdOp.Call(this, other);
        public Tensor gcd_(Tensor other) => GcdInPlaceOp.InPlace(this, other);

        public Tensor lcm(Tensor other) => LcmOp.Call(this, other);
        public Tensor lcm_(Tensor other) => LcmInPlaceOp.InPlace(this, other);

        public Tensor ldexp(Tensor other) => LdexpTensorOp.Call(this, other);
        public Tensor ldexp_(Tensor other) => LdexpInPlaceOp.InPlace(this, other);

        public Tensor xlogy(Scalar y) => XlogyScalarOtherOp.Call(this, y);
        public Tensor xlogy(Tensor y) => XlogyTensorOp.Call(this, y);
        public Tensor xlogy_(Scalar y) => XlogyScalarOtherInPlaceOp.InPlace(this, y);
        public Tensor xlogy_(Tensor y) => XlogyTensorInPlaceOp.InPlace(this, y);

        public Tensor hypot(Tensor other) => HypotOp.Call(this, other);

        public Tensor copysign(Tensor other) => CopysignTensorOp.Call(this, other);
        public Tensor copysign_(Tensor other) => CopysignTensorInPlaceOp.InPlace(this, other);

        public Tensor heaviside(Tensor other) => HeavisideOp.Call(this, other);
        public Tensor heaviside_(Tensor other) => HeavisideInPlaceOp.InPlace(this, other);

        public Tensor nextafter(Tensor other) => NextafterOp.Call(this, other);
        public Tensor nextafter_(Tensor other) => NextafterInPlaceOp.InPlace(this, other);

        public Tensor logaddexp(Tensor other) => LogaddexpOp.Call(this, other);

        public Tensor logaddexp2(Tensor other) => Logaddexp2Op.Call(this, other);

        public Tensor atan2(Tensor other) => Atan2Op.Call(this, other);
        public Tensor atan2_(Tensor other) => Atan2InPlaceOp.InPlace(this, other);

        public Tensor arctan2(Tensor other) => Arctan2Op.Call(this, other);
        public Tensor arctan2_(Tensor other) => Arctan2InPlaceOp.InPlace(this, other);

        public Tensor maximum(Tensor other) => MaximumOp.Call(this, other);

        public Tensor minimum(Tensor other) => MinimumOp.Call(this, other);

        public Tensor fmax(Tensor other) => FmaxOp.Call(this, other);

        public Tensor fmin(Tensor other) => FminOp.Call(this, other);

        public Tensor reciprocal() => ReciprocalOp.Call(this);
        public Tensor reciprocal_() => ReciprocalInPlaceOp.InPlace(this);

        public Tensor square() => SquareOp.Call(this);

        public Tensor sqrt() => SqrtOp.Call(this);
        public Tensor sqrt_() => SqrtInPlaceOp.InPlace(this);

        public Tensor rsqrt() => RsqrtOp.Call(this);
        public Tensor rsqrt_() => RsqrtInPlaceOp.InPlace(this);

        public Tensor abs() => AbsOp.Call(this);
        public Tensor abs_() => AbsInPlaceOp.InPlace(this);

        public Tensor absolute() => AbsoluteOp.Call(this);
        public Tensor absolute_() => AbsoluteInPlaceOp.InPlace(this);
    }
}
