using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>C#'s own operators. A number on either side is a libtorch scalar: it does not change the tensor's type.</summary>
    public partial class Tensor
    {
        private static readonly Operator ReverseSubtractOp = new("aten::rsub", "Scalar");
        private static readonly Operator DivideOp = new("aten::div", "Tensor");
        private static readonly Operator DivideScalarOp = new("aten::div", "Scalar");

        public static Tensor operator +(Tensor left, Tensor right) => AddTensorOp.Call(left, right);
        public static Tensor operator +(Tensor left, Scalar right) => AddScalarOp.Call(left, right);
        public static Tensor operator +(Tensor left, int right) => AddScalarOp.Call(left, right);
        public static Tensor operator +(Tensor left, long right) => AddScalarOp.Call(left, right);
        public static Tensor operator +(Tensor left, float right) => AddScalarOp.Call(left, right);
        public static Tensor operator +(Tensor left, double right) => AddScalarOp.Call(left, right);
        public static Tensor operator +(Scalar left, Tensor right) => AddScalarOp.Call(right, left);
        public static Tensor operator +(int left, Tensor right) => AddScalarOp.Call(right, left);
        public static Tensor operator +(long left, Tensor right) => AddScalarOp.Call(right, left);
        public static Tensor operator +(float left, Tensor right) => AddScalarOp.Call(right, left);
        public static Tensor operator +(double left, Tensor right) => AddScalarOp.Call(right, left);

        public static Tensor operator -(Tensor left, Tensor right) => SubTensorOp.Call(left, right);
        public static Tensor operator -(Tensor left, Scalar right) => SubScalarOp.Call(left, right);
        public static Tensor operator -(Tensor left, int right) => SubScalarOp.Call(left, right);
        public static Tensor operator -(Tensor left, long right) => SubScalarOp.Call(left, right);
        public static Tensor operator -(Tensor left, float right) => SubScalarOp.Call(left, right);
        public static Tensor operator -(Tensor left, double right) => SubScalarOp.Call(left, right);
        public static Tensor operator -(Scalar left, Tensor right) => ReverseSubtractOp.Call(right, left);
        public static Tensor operator -(int left, Tensor right) => ReverseSubtractOp.Call(right, left);
        public static Tensor operator -(long left, Tensor right) => ReverseSubtractOp.Call(right, left);
        public static Tensor operator -(float left, Tensor right) => ReverseSubtractOp.Call(right, left);
        public static Tensor operator -(double left, Tensor right) => ReverseSubtractOp.Call(right, left);

        public static Tensor operator *(Tensor left, Tensor right) => MulTensorOp.Call(left, right);
        public static Tensor operator *(Tensor left, Scalar right) => MulScalarOp.Call(left, right);
        public static Tensor operator *(Tensor left, int right) => MulScalarOp.Call(left, right);
        public static Tensor operator *(Tensor left, long right) => MulScalarOp.Call(left, right);
        public static Tensor operator *(Tensor left, float right) => MulScalarOp.Call(left, right);
        public static Tensor operator *(Tensor left, double right) => MulScalarOp.Call(left, right);
        public static Tensor operator *(Scalar left, Tensor right) => MulScalarOp.Call(right, left);
        public static Tensor operator *(int left, Tensor right) => MulScalarOp.Call(right, left);
        public static Tensor operator *(long left, Tensor right) => MulScalarOp.Call(right, left);
        public static Tensor operator *(float left, Tensor right) => MulScalarOp.Call(right, left);
        public static Tensor operator *(double left, Tensor right) => MulScalarOp.Call(right, left);

        public static Tensor operator /(Tensor left, Tensor right) => DivideOp.Call(left, right);
        public static Tensor operator /(Tensor left, Scalar right) => DivideScalarOp.Call(left, right);
        public static Tensor operator /(Tensor left, int right) => DivideScalarOp.Call(left, right);
        public static Tensor operator /(Tensor left, long right) => DivideScalarOp.Call(left, right);
        public static Tensor operator /(Tensor left, float right) => DivideScalarOp.Call(left, right);
        public static Tensor operator /(Tensor left, double right) => DivideScalarOp.Call(left, right);
        public static Tensor operator /(Scalar left, Tensor right) => Quotient(left, right);
        public static Tensor operator /(int left, Tensor right) => Quotient(left, right);
        public static Tensor operator /(long left, Tensor right) => Quotient(left, right);
        public static Tensor operator /(float left, Tensor right) => Quotient(left, right);
        public static Tensor operator /(double left, Tensor right) => Quotient(left, right);

        public static Tensor operator %(Tensor left, Tensor right) => RemainderTensorOp.Call(left, right);
        public static Tensor operator %(Tensor left, Scalar right) => RemainderScalarOp.Call(left, right);
        public static Tensor operator %(Tensor left, int right) => RemainderScalarOp.Call(left, right);
        public static Tensor operator %(Tensor left, long right) => RemainderScalarOp.Call(left, right);
        public static Tensor operator %(Tensor left, float right) => RemainderScalarOp.Call(left, right);
        public static Tensor operator %(Tensor left, double right) => RemainderScalarOp.Call(left, right);

        public static Tensor operator -(Tensor tensor) => NegOp.Call(tensor);

        public static Tensor operator ~(Tensor left) => BitwiseNotOp.Call(left);

        public static Tensor operator &(Tensor left, Tensor right) => BitwiseAndTensorOp.Call(left, right);

        public static Tensor operator |(Tensor left, Tensor right) => BitwiseOrTensorOp.Call(left, right);

        public static Tensor operator ^(Tensor left, Tensor right) => BitwiseXorTensorOp.Call(left, right);

        public static Tensor operator ==(Tensor left, Tensor right) => EqTensorOp.Call(left, right);
        public static Tensor operator ==(Tensor left, Scalar right) => EqScalarOp.Call(left, right);
        public static Tensor operator ==(Scalar left, Tensor right) => EqScalarOp.Call(right, left);

        public static Tensor operator !=(Tensor left, Tensor right) => NeTensorOp.Call(left, right);
        public static Tensor operator !=(Tensor left, Scalar right) => NeScalarOp.Call(left, right);
        public static Tensor operator !=(Scalar left, Tensor right) => NeScalarOp.Call(right, left);

        public static Tensor operator <(Tensor left, Tensor right) => LtTensorOp.Call(left, right);
        public static Tensor operator <(Tensor left, Scalar right) => LtScalarOp.Call(left, right);
        public static Tensor operator <(Scalar left, Tensor right) => GtScalarOp.Call(right, left);

        public static Tensor operator <=(Tensor left, Tensor right) => LeTensorOp.Call(left, right);
        public static Tensor operator <=(Tensor left, Scalar right) => LeScalarOp.Call(left, right);
        public static Tensor operator <=(Scalar left, Tensor right) => GeScalarOp.Call(right, left);

        public static Tensor operator >(Tensor left, Tensor right) => GtTensorOp.Call(left, right);
        public static Tensor operator >(Tensor left, Scalar right) => GtScalarOp.Call(left, right);
        public static Tensor operator >(Scalar left, Tensor right) => LtScalarOp.Call(right, left);

        public static Tensor operator >=(Tensor left, Tensor right) => GeTensorOp.Call(left, right);
        public static Tensor operator >=(Tensor left, Scalar right) => GeScalarOp.Call(left, right);
        public static Tensor operator >=(Scalar left, Tensor right) => LeScalarOp.Call(right, left);

        private static Tensor Quotient(Value left, Tensor right)
        {
            using Tensor inverse = ReciprocalOp.Call(right);
            return MulScalarOp.Call(inverse, left);
        }
    }
}
