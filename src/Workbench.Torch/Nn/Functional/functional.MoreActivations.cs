using TorchSharp.Modules;
using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator s_gelu = new("aten::gelu");
            private static readonly Operator s_geluInPlace = new("aten::gelu_");
            private static readonly Operator s_sigmoid = new("aten::sigmoid");
            private static readonly Operator s_sigmoidInPlace = new("aten::sigmoid_");
            private static readonly Operator s_softmax = new("aten::softmax", "int");
            private static readonly Operator s_logSoftmax = new("aten::log_softmax", "int");
            private static readonly Operator s_logSigmoid = new("aten::log_sigmoid");
            private static readonly Operator s_softplus = new("aten::softplus");
            private static readonly Operator s_softshrink = new("aten::softshrink");
            private static readonly Operator s_hardshrink = new("aten::hardshrink");
            private static readonly Operator s_glu = new("aten::glu");
            private static readonly Operator s_prelu = new("aten::prelu");
            private static readonly Operator s_rrelu = new("aten::rrelu");
            private static readonly Operator s_rreluInPlace = new("aten::rrelu_");

            /// <summary>x times the normal distribution function (the exact form).</summary>
            public static Tensor gelu(Tensor x) => gelu(x, Modules.GELU.Approximate.none);

            /// <summary>x times the normal distribution function (the exact form).</summary>
            public static Tensor gelu(Tensor x, bool inplace) => gelu(x, Modules.GELU.Approximate.none, inplace);

            /// <summary>x times the normal distribution function, exactly or by tanh.</summary>
            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false)
            {
                var form = approximate == Modules.GELU.Approximate.tanh ? "tanh" : "none";
                return inplace ? s_geluInPlace.Call(x, form) : s_gelu.Call(x, form);
            }

            /// <summary>1 / (1 + exp(-x)).</summary>
            public static Tensor sigmoid(Tensor x) => s_sigmoid.Call(x);

            /// <summary>1 / (1 + exp(-x)).</summary>
            public static Tensor sigmoid(Tensor x, bool inplace) =>
                inplace ? s_sigmoidInPlace.Call(x) : s_sigmoid.Call(x);

            /// <summary>log(sigmoid(x)), without overflow.</summary>
            public static Tensor logsigmoid(Tensor x) => s_logSigmoid.Call(x);

            /// <summary>exp(x) over its sum along a dimension; computed in <paramref name="dtype"/> if given.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) =>
                s_softmax.Call(input, dim, dtype);

            /// <summary>log(softmax(x)), without overflow.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => s_logSoftmax.Call(x, dim, Value.None);

            /// <summary>softmax(-x).</summary>
            public static Tensor softmin(Tensor x, long dim)
            {
                using var negative = x.neg();
                return softmax(negative, dim);
            }

            /// <summary>Softmax over the channels of images. Shape (C, H, W) or (N, C, H, W).</summary>
            public static Tensor softmax2d(Tensor x)
            {
                ArgumentNullException.ThrowIfNull(x);
                if (x.dim() is not (3 or 4))
                    throw new ArgumentException(
                        $"softmax2d takes (C, H, W) or (N, C, H, W), not [{string.Join(", ", x.shape)}].", nameof(x));
                return softmax(x, -3);
            }

            /// <summary>log(1 + exp(beta x)) / beta; x itself where beta x is above the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) =>
                s_softplus.Call(x, beta, threshold);

            /// <summary>x moved towards zero by lambda, zero within it.</summary>
            public static Tensor softshrink(Tensor x, double lambda = 0.5) => s_softshrink.Call(x, lambda);

            /// <summary>x where |x| is above lambda, else zero.</summary>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => s_hardshrink.Call(x, lambda);

            /// <summary>x / (1 + |x|).</summary>
            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                ArgumentNullException.ThrowIfNull(x);
                using var size = x.abs();
                using var denominator = size.add(1);
                return inplace ? x.div_(denominator) : x.div(denominator);
            }

            /// <summary>x - tanh(x).</summary>
            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                ArgumentNullException.ThrowIfNull(x);
                using var squashed = x.tanh();
                return inplace ? x.sub_(squashed) : x.sub(squashed);
            }

            /// <summary>First half times sigmoid of the second half along a dimension.</summary>
            public static Tensor glu(Tensor input, long dim = -1) => s_glu.Call(input, dim);

            /// <summary>x for positive x, weight * x otherwise; one weight, or one a channel.</summary>
            public static Tensor prelu(Tensor input, Tensor weight) => s_prelu.Call(input, weight);

            /// <summary>Leaky ReLU with the mean of the two slopes (the form used in evaluation).</summary>
            public static Tensor rrelu(Tensor x, double lower = 0.125, double upper = 1.0 / 3, bool inplace = false) =>
                inplace ? s_rreluInPlace.Call(x, lower, upper) : s_rrelu.Call(x, lower, upper);
        }
    }
}
