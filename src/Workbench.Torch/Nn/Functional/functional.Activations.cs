using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Activations, elementwise, any shape.</summary>
        public static partial class functional
        {
            private static readonly Operator s_relu = new("aten::relu");
            private static readonly Operator s_reluInPlace = new("aten::relu_");
            private static readonly Operator s_relu6 = new("aten::relu6");
            private static readonly Operator s_relu6InPlace = new("aten::relu6_");
            private static readonly Operator s_silu = new("aten::silu");
            private static readonly Operator s_siluInPlace = new("aten::silu_");
            private static readonly Operator s_leakyRelu = new("aten::leaky_relu");
            private static readonly Operator s_leakyReluInPlace = new("aten::leaky_relu_");
            private static readonly Operator s_elu = new("aten::elu");
            private static readonly Operator s_eluInPlace = new("aten::elu_");
            private static readonly Operator s_celu = new("aten::celu");
            private static readonly Operator s_celuInPlace = new("aten::celu_");
            private static readonly Operator s_selu = new("aten::selu");
            private static readonly Operator s_seluInPlace = new("aten::selu_");
            private static readonly Operator s_mish = new("aten::mish");
            private static readonly Operator s_mishInPlace = new("aten::mish_");
            private static readonly Operator s_hardsigmoid = new("aten::hardsigmoid");
            private static readonly Operator s_hardsigmoidInPlace = new("aten::hardsigmoid_");
            private static readonly Operator s_hardswish = new("aten::hardswish");
            private static readonly Operator s_hardswishInPlace = new("aten::hardswish_");
            private static readonly Operator s_hardtanh = new("aten::hardtanh");
            private static readonly Operator s_hardtanhInPlace = new("aten::hardtanh_");
            private static readonly Operator s_tanh = new("aten::tanh");
            private static readonly Operator s_tanhInPlace = new("aten::tanh_");
            private static readonly Operator s_threshold = new("aten::threshold");
            private static readonly Operator s_thresholdInPlace = new("aten::threshold_");

            /// <summary>max(0, x).</summary>
            public static Tensor relu(Tensor x, bool inplace = false) =>
                inplace ? s_reluInPlace.Call(x) : s_relu.Call(x);

            /// <summary>min(max(0, x), 6).</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) =>
                inplace ? s_relu6InPlace.Call(x) : s_relu6.Call(x);

            /// <summary>x * sigmoid(x).</summary>
            public static Tensor silu(Tensor x, bool inplace = false) =>
                inplace ? s_siluInPlace.Call(x) : s_silu.Call(x);

            /// <summary>x for positive x, negative_slope * x otherwise.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? s_leakyReluInPlace.Call(input, negative_slope) : s_leakyRelu.Call(input, negative_slope);

            /// <summary>x for positive x, alpha * (exp(x) - 1) otherwise.</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? s_eluInPlace.Call(x, alpha) : s_elu.Call(x, alpha);

            /// <summary>max(0, x) + min(0, alpha * (exp(x / alpha) - 1)).</summary>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? s_celuInPlace.Call(x, alpha) : s_celu.Call(x, alpha);

            /// <summary>The self-normalising ELU.</summary>
            public static Tensor selu(Tensor x, bool inplace = false) =>
                inplace ? s_seluInPlace.Call(x) : s_selu.Call(x);

            /// <summary>x * tanh(softplus(x)).</summary>
            public static Tensor mish(Tensor x, bool inplace = false) =>
                inplace ? s_mishInPlace.Call(x) : s_mish.Call(x);

            /// <summary>clamp(x / 6 + 1/2, 0, 1).</summary>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                inplace ? s_hardsigmoidInPlace.Call(input) : s_hardsigmoid.Call(input);

            /// <summary>x * hardsigmoid(x).</summary>
            public static Tensor hardswish(Tensor input, bool inplace = false) =>
                inplace ? s_hardswishInPlace.Call(input) : s_hardswish.Call(input);

            /// <summary>x limited to [min_val, max_val].</summary>
            public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                inplace ? s_hardtanhInPlace.Call(x, min_val, max_val) : s_hardtanh.Call(x, min_val, max_val);

            /// <summary>tanh(x).</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) =>
                inplace ? s_tanhInPlace.Call(x) : s_tanh.Call(x);

            /// <summary>x above the threshold, value otherwise.</summary>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace ? s_thresholdInPlace.Call(x, threshold, value) : s_threshold.Call(x, threshold, value);
        }
    }
}
