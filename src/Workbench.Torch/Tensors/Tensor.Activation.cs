using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The activations that TorchSharp offers on tensors.</summary>
    public partial class Tensor
    {
        private static readonly Operator CeluInPlaceOp = new("aten::celu_");
        private static readonly Operator CeluOp = new("aten::celu");
        private static readonly Operator EluInPlaceOp = new("aten::elu_");
        private static readonly Operator EluOp = new("aten::elu");
        private static readonly Operator GeluInPlaceOp = new("aten::gelu_");
        private static readonly Operator GeluOp = new("aten::gelu");
        private static readonly Operator GluOp = new("aten::glu");
        private static readonly Operator HardsigmoidInPlaceOp = new("aten::hardsigmoid_");
        private static readonly Operator HardsigmoidOp = new("aten::hardsigmoid");
        private static readonly Operator HardswishInPlaceOp = new("aten::hardswish_");
        private static readonly Operator HardswishOp = new("aten::hardswish");
        private static readonly Operator HardtanhInPlaceOp = new("aten::hardtanh_");
        private static readonly Operator HardtanhOp = new("aten::hardtanh");
        private static readonly Operator LeakyReluInPlaceOp = new("aten::leaky_relu_");
        private static readonly Operator LeakyReluOp = new("aten::leaky_relu");
        private static readonly Operator LogSigmoidOp = new("aten::log_sigmoid");
        private static readonly Operator LogSoftmaxIntOp = new("aten::log_softmax", "int");
        private static readonly Operator PreluOp = new("aten::prelu");
        private static readonly Operator Relu6InPlaceOp = new("aten::relu6_");
        private static readonly Operator Relu6Op = new("aten::relu6");
        private static readonly Operator ReluInPlaceOp = new("aten::relu_");
        private static readonly Operator ReluOp = new("aten::relu");
        private static readonly Operator RreluInPlaceOp = new("aten::rrelu_");
        private static readonly Operator RreluOp = new("aten::rrelu");
        private static readonly Operator SeluInPlaceOp = new("aten::selu_");
        private static readonly Operator SeluOp = new("aten::selu");
        private static readonly Operator SigmoidInPlaceOp = new("aten::sigmoid_");
        private static readonly Operator SigmoidOp = new("aten::sigmoid");
        private static readonly Operator SiluInPlaceOp = new("aten::silu_");
        private static readonly Operator SiluOp = new("aten::silu");
        private static readonly Operator SoftmaxIntOp = new("aten::softmax", "int");
        private static readonly Operator SoftplusOp = new("aten::softplus");
        private static readonly Operator ThresholdInPlaceOp = new("aten::threshold_");
        private static readonly Operator ThresholdOp = new("aten::threshold");

        public Tensor relu() => ReluOp.Call(this);
        public Tensor relu_() => ReluInPlaceOp.InPlace(this);

        public Tensor relu6() => Relu6Op.Call(this);
        public Tensor relu6_() => Relu6InPlaceOp.InPlace(this);

        public Tensor sigmoid() => SigmoidOp.Call(this);
        public Tensor sigmoid_() => SigmoidInPlaceOp.InPlace(this);

        public Tensor log_sigmoid() => LogSigmoidOp.Call(this);

        public Tensor softmax(long dim, ScalarType? dtype = null) => SoftmaxIntOp.Call(this, dim, dtype);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => LogSoftmaxIntOp.Call(this, dim, dtype);

        public Tensor softplus(double beta = 1, double threshold = 20) => SoftplusOp.Call(this, beta, threshold);

        public Tensor gelu() => GeluOp.Call(this);
        public Tensor gelu_() => GeluInPlaceOp.InPlace(this);

        public Tensor silu() => SiluOp.Call(this);
        public Tensor silu_() => SiluInPlaceOp.InPlace(this);

        public Tensor elu(double alpha = 1) => EluOp.Call(this, alpha);
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => EluOp.Call(this, alpha, scale, input_scale);
        public Tensor elu_(double alpha = 1) => EluInPlaceOp.InPlace(this, alpha);
        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) =>
            EluInPlaceOp.InPlace(this, alpha, scale, input_scale);

        public Tensor selu() => SeluOp.Call(this);
        public Tensor selu_() => SeluInPlaceOp.InPlace(this);

        public Tensor celu() => CeluOp.Call(this);
        public Tensor celu(Scalar alpha) => CeluOp.Call(this, alpha);
        public Tensor celu_() => CeluInPlaceOp.InPlace(this);
        public Tensor celu_(Scalar alpha) => CeluInPlaceOp.InPlace(this, alpha);

        public Tensor leaky_relu(Scalar negative_slope) => LeakyReluOp.Call(this, negative_slope);
        public Tensor leaky_relu_(Scalar negative_slope) => LeakyReluInPlaceOp.InPlace(this, negative_slope);

        public Tensor rrelu(double lower = 0.125, double upper = 1.0 / 3.0) => RreluOp.Call(this, lower, upper);
        public Tensor rrelu_(double lower = 0.125, double upper = 1.0 / 3.0) => RreluInPlaceOp.InPlace(this, lower, upper);

        public Tensor prelu(Tensor target) => PreluOp.Call(this, target);

        public Tensor hardsigmoid() => HardsigmoidOp.Call(this);
        public Tensor hardsigmoid_() => HardsigmoidInPlaceOp.InPlace(this);

        public Tensor hardswish() => HardswishOp.Call(this);
        public Tensor hardswish_() => HardswishInPlaceOp.InPlace(this);

        public Tensor hardtanh(Scalar min, Scalar max) => HardtanhOp.Call(this, min, max);
        public Tensor hardtanh_(Scalar min, Scalar max) => HardtanhInPlaceOp.InPlace(this, min, max);

        public Tensor threshold(Scalar threshold, Scalar value) => ThresholdOp.Call(this, threshold, value);
        public Tensor threshold_(Scalar threshold, Scalar value) => ThresholdInPlaceOp.InPlace(this, threshold, value);

        public Tensor glu(long dim = -1) => GluOp.Call(this, dim);
    }
}
