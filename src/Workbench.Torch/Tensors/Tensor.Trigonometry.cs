using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Angles, and their inverse and hyperbolic kin.</summary>
    public partial class Tensor
    {
        private static readonly Operator AcosInPlaceOp = new("aten::acos_");
        private static readonly Operator AcosOp = new("aten::acos");
        private static readonly Operator AcoshInPlaceOp = new("aten::acosh_");
        private static readonly Operator AcoshOp = new("aten::acosh");
        private static readonly Operator AngleOp = new("aten::angle");
        private static readonly Operator ArccosInPlaceOp = new("aten::arccos_");
        private static readonly Operator ArccosOp = new("aten::arccos");
        private static readonly Operator ArccoshInPlaceOp = new("aten::arccosh_");
        private static readonly Operator ArccoshOp = new("aten::arccosh");
        private static readonly Operator ArcsinInPlaceOp = new("aten::arcsin_");
        private static readonly Operator ArcsinOp = new("aten::arcsin");
        private static readonly Operator ArcsinhInPlaceOp = new("aten::arcsinh_");
        private static readonly Operator ArcsinhOp = new("aten::arcsinh");
        private static readonly Operator ArctanInPlaceOp = new("aten::arctan_");
        private static readonly Operator ArctanOp = new("aten::arctan");
        private static readonly Operator ArctanhInPlaceOp = new("aten::arctanh_");
        private static readonly Operator ArctanhOp = new("aten::arctanh");
        private static readonly Operator AsinInPlaceOp = new("aten::asin_");
        private static readonly Operator AsinOp = new("aten::asin");
        private static readonly Operator AsinhInPlaceOp = new("aten::asinh_");
        private static readonly Operator AsinhOp = new("aten::asinh");
        private static readonly Operator AtanInPlaceOp = new("aten::atan_");
        private static readonly Operator AtanOp = new("aten::atan");
        private static readonly Operator AtanhInPlaceOp = new("aten::atanh_");
        private static readonly Operator AtanhOp = new("aten::atanh");
        private static readonly Operator CosInPlaceOp = new("aten::cos_");
        private static readonly Operator CosOp = new("aten::cos");
        private static readonly Operator CoshInPlaceOp = new("aten::cosh_");
        private static readonly Operator CoshOp = new("aten::cosh");
        private static readonly Operator Deg2radInPlaceOp = new("aten::deg2rad_");
        private static readonly Operator Deg2radOp = new("aten::deg2rad");
        private static readonly Operator Rad2degInPlaceOp = new("aten::rad2deg_");
        private static readonly Operator Rad2degOp = new("aten::rad2deg");
        private static readonly Operator SinInPlaceOp = new("aten::sin_");
        private static readonly Operator SinOp = new("aten::sin");
        private static readonly Operator SincInPlaceOp = new("aten::sinc_");
        private static readonly Operator SincOp = new("aten::sinc");
        private static readonly Operator SinhInPlaceOp = new("aten::sinh_");
        private static readonly Operator SinhOp = new("aten::sinh");
        private static readonly Operator TanInPlaceOp = new("aten::tan_");
        private static readonly Operator TanOp = new("aten::tan");
        private static readonly Operator TanhInPlaceOp = new("aten::tanh_");
        private static readonly Operator TanhOp = new("aten::tanh");

        public Tensor sin() => SinOp.Call(this);
        public Tensor sin_() => SinInPlaceOp.InPlace(this);

        public Tensor cos() => CosOp.Call(this);
        public Tensor cos_() => CosInPlaceOp.InPlace(this);

        public Tensor tan() => TanOp.Call(this);
        public Tensor tan_() => TanInPlaceOp.InPlace(this);

        public Tensor asin() => AsinOp.Call(this);
        public Tensor asin_() => AsinInPlaceOp.InPlace(this);

        public Tensor acos() => AcosOp.Call(this);
        public Tensor acos_() => AcosInPlaceOp.InPlace(this);

        public Tensor atan() => AtanOp.Call(this);
        public Tensor atan_() => AtanInPlaceOp.InPlace(this);

        public Tensor arcsin() => ArcsinOp.Call(this);
        public Tensor arcsin_() => ArcsinInPlaceOp.InPlace(this);

        public Tensor arccos() => ArccosOp.Call(this);
        public Tensor arccos_() => ArccosInPlaceOp.InPlace(this);

        public Tensor arctan() => ArctanOp.Call(this);
        public Tensor arctan(Tensor other) => atan2(other);
        public Tensor arctan_() => ArctanInPlaceOp.InPlace(this);
        public Tensor arctan_(Tensor other) => atan2_(other);

        public Tensor sinh() => SinhOp.Call(this);
        public Tensor sinh_() => SinhInPlaceOp.InPlace(this);

        public Tensor cosh() => CoshOp.Call(this);
        public Tensor cosh_() => CoshInPlaceOp.InPlace(this);

        public Tensor tanh() => TanhOp.Call(this);
        public Tensor tanh_() => TanhInPlaceOp.InPlace(this);

        public Tensor asinh() => AsinhOp.Call(this);
        public Tensor asinh_() => AsinhInPlaceOp.InPlace(this);

        public Tensor acosh() => AcoshOp.Call(this);
        public Tensor acosh_() => AcoshInPlaceOp.InPlace(this);

        public Tensor atanh() => AtanhOp.Call(this);
        public Tensor atanh_() => AtanhInPlaceOp.InPlace(this);

        public Tensor arcsinh() => ArcsinhOp.Call(this);
        public Tensor arcsinh_() => ArcsinhInPlaceOp.InPlace(this);

        public Tensor arccosh() => ArccoshOp.Call(this);
        public Tensor arccosh_() => ArccoshInPlaceOp.InPlace(this);

        public Tensor arctanh() => ArctanhOp.Call(this);
        public Tensor arctanh_() => ArctanhInPlaceOp.InPlace(this);

        public Tensor sinc() => SincOp.Call(this);
        public Tensor sinc_() => SincInPlaceOp.InPlace(this);

        public Tensor deg2rad() => Deg2radOp.Call(this);
        public Tensor deg2rad_() => Deg2radInPlaceOp.InPlace(this);

        public Tensor rad2deg() => Rad2degOp.Call(this);
        public Tensor rad2deg_() => Rad2degInPlaceOp.InPlace(this);

        public Tensor angle() => AngleOp.Call(this);
    }
}
