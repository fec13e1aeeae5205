using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Comparisons and tests: tensors of bool, and whole answers.</summary>
    public partial class Tensor
    {
        private static readonly Operator AllcloseOp = new("aten::allclose");
        private static readonly Operator EqScalarInPlaceOp = new("aten::eq_", "Scalar");
        private static readonly Operator EqScalarOp = new("aten::eq", "Scalar");
        private static readonly Operator EqTensorInPlaceOp = new("aten::eq_", "Tensor");
        private static readonly Operator EqTensorOp = new("aten::eq", "Tensor");
        private static readonly Operator GeScalarInPlaceOp = new("aten::ge_", "Scalar");
        private static readonly Operator GeScalarOp = new("aten::ge", "Scalar");
        private static readonly Operator GeTensorInPlaceOp = new("aten::ge_", "Tensor");
        private static readonly Operator GeTensorOp = new("aten::ge", "Tensor");
        private static readonly Operator GreaterEqualTensorOp = new("aten::greater_equal", "Tensor");
        private static readonly Operator GreaterTensorOp = new("aten::greater", "Tensor");
        private static readonly Operator GtScalarInPlaceOp = new("aten::gt_", "Scalar");
        private static readonly Operator GtScalarOp = new("aten::gt", "Scalar");
        private static readonly Operator GtTensorInPlaceOp = new("aten::gt_", "Tensor");
        private static readonly Operator GtTensorOp = new("aten::gt", "Tensor");
        private static readonly Operator IsNonzeroOp = new("aten::is_nonzero");
        private static readonly Operator IscloseOp = new("aten::isclose");
        private static readonly Operator IsfiniteOp = new("aten::isfinite");
        private static readonly Operator IsinTensorTensorOp = new("aten::isin", "Tensor_Tensor");
        private static readonly Operator IsinfOp = new("aten::isinf");
        private static readonly Operator IsnanOp = new("aten::isnan");
        private static readonly Operator IsneginfOp = new("aten::isneginf");
        private static readonly Operator IsposinfOp = new("aten::isposinf");
        private static readonly Operator IsrealOp = new("aten::isreal");
        private static readonly Operator LeScalarInPlaceOp = new("aten::le_", "Scalar");
        private static readonly Operator LeScalarOp = new("aten::le", "Scalar");
        private static readonly Operator LeTensorInPlaceOp = new("aten::le_", "Tensor");
        private static readonly Operator LeTensorOp = new("aten::le", "Tensor");
        private static readonly Operator LessEqualTensorInPlaceOp = new("aten::less_equal_", "Tensor");
        private static readonly Operator LessEqualTensorOp = new("aten::less_equal", "Tensor");
        private static readonly Operator LessTensorOp = new("aten::less", "Tensor");
        private static readonly Operator LtScalarInPlaceOp = new("aten::lt_", "Scalar");
        private static readonly Operator LtScalarOp = new("aten::lt", "Scalar");
        private static readonly Operator LtTensorInPlaceOp = new("aten::lt_", "Tensor");
        private static readonly Operator LtTensorOp = new("aten::lt", "Tensor");
        private static readonly Operator NeScalarInPlaceOp = new("aten::ne_", "Scalar");
        private static readonly Operator NeScalarOp = new("aten::ne", "Scalar");
        private static readonly Operator NeTensorInPlaceOp = new("aten::ne_", "Tensor");
        private static readonly Operator NeTensorOp = new("aten::ne", "Tensor");
        private static readonly Operator NotEqualTensorInPlaceOp = new("aten::not_equal_", "Tensor");
        private static readonly Operator NotEqualTensorOp = new("aten::not_equal", "Tensor");

        public Tensor eq(Scalar target) => EqScalarOp.Call(this, target);
        public Tensor eq(Tensor target) => EqTensorOp.Call(this, target);
        public Tensor eq_(Scalar target) => EqScalarInPlaceOp.InPlace(this, target);
        public Tensor eq_(Tensor target) => EqTensorInPlaceOp.InPlace(this, target);

        public Tensor ne(Scalar target) => NeScalarOp.Call(this, target);
        public Tensor ne(Tensor target) => NeTensorOp.Call(this, target);
        public Tensor ne_(Scalar target) => NeScalarInPlaceOp.InPlace(this, target);
        public Tensor ne_(Tensor target) => NeTensorInPlaceOp.InPlace(this, target);

        public Tensor lt(Scalar target) => LtScalarOp.Call(this, target);
        public Tensor lt(Tensor target) => LtTensorOp.Call(this, target);
        public Tensor lt_(Scalar target) => LtScalarInPlaceOp.InPlace(this, target);
        public Tensor lt_(Tensor target) => LtTensorInPlaceOp.InPlace(this, target);

        public Tensor le(Scalar target) => LeScalarOp.Call(this, target);
        public Tensor le(Tensor target) => LeTensorOp.Call(this, target);
        public Tensor le_(Scalar target) => LeScalarInPlaceOp.InPlace(this, target);
        public Tensor le_(Tensor target) => LeTensorInPlaceOp.InPlace(this, target);

        public Tensor gt(Scalar target) => GtScalarOp.Call(this, target);
        public Tensor gt(Tensor target) => GtTensorOp.Call(this, target);
        public Tensor gt_(Scalar target) => GtScalarInPlaceOp.InPlace(this, target);
        public Tensor gt_(Tensor target) => GtTensorInPlaceOp.InPlace(this, target);

        public Tensor ge(Scalar target) => GeScalarOp.Call(this, target);
        public Tensor ge(Tensor target) => GeTensorOp.Call(this, target);
        public Tensor ge_(Scalar target) => GeScalarInPlaceOp.InPlace(this, target);
        public Tensor ge_(Tensor target) => GeTensorInPlaceOp.InPlace(this, target);

        public Tensor equal(Tensor target) => eq(target);

        public Tensor not_equal(Tensor target) => NotEqualTensorOp.Call(this, target);
        public Tensor not_equal_(Tensor target) => NotEqualTensorInPlaceOp.InPlace(this, target);

        public Tensor greater(Tensor target) => GreaterTensorOp.Call(this, target);

        public Tensor greater_equal(Tensor target) => GreaterEqualTensorOp.Call(this, target);

        public Tensor less(Tensor target) => LessTensorOp.Call(this, target);

        public Tensor less_equal(Tensor target) => LessEqualTensorOp.Call(this, target);
        public Tensor less_equal_(Tensor target) => LessEqualTensorInPlaceOp.InPlace(this, target);

        public Tensor isclose(Tensor other, double rtol = 1e-5, double atol = 1e-8, bool nanEqual = false) =>
            IscloseOp.Call(this, other, rtol, atol, nanEqual);

        public bool allclose(Tensor target, double rtol = 1e-5, double atol = 1e-8, bool equal_nan = false) =>
            AllcloseOp.CallBool(this, target, rtol, atol, equal_nan);

        public Tensor isfinite() => IsfiniteOp.Call(this);

        public Tensor isinf() => IsinfOp.Call(this);

        public Tensor isnan() => IsnanOp.Call(this);

        public Tensor isneginf() => IsneginfOp.Call(this);

        public Tensor isposinf() => IsposinfOp.Call(this);

        public Tensor isreal() => IsrealOp.Call(this);

        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            IsinTensorTensorOp.Call(this, test_elements, assumeUnique, invert);

        public bool is_nonzero() => IsNonzeroOp.CallBool(this);
    }
}
