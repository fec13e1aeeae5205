using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>max(0, x), elementwise.</summary>
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        /// <summary>min(max(0, x), 6), elementwise.</summary>
        public static ReLU6 ReLU6(bool inplace = false) => new(inplace);

        /// <summary>x * sigmoid(x), elementwise.</summary>
        public static SiLU SiLU() => new(false);

        /// <summary>x * sigmoid(x), elementwise.</summary>
        public static SiLU SiLU(bool inplace) => new(inplace);

        /// <summary>x * tanh(softplus(x)), elementwise.</summary>
        public static Mish Mish() => new(false);

        /// <summary>x * tanh(softplus(x)), elementwise.</summary>
        public static Mish Mish(bool inplace) => new(inplace);

        /// <summary>1 / (1 + exp(-x)), elementwise.</summary>
        public static Sigmoid Sigmoid() => new(false);

        /// <summary>1 / (1 + exp(-x)), elementwise.</summary>
        public static Sigmoid Sigmoid(bool inplace) => new(inplace);

        /// <summary>tanh(x), elementwise.</summary>
        public static Tanh Tanh() => new(false);

        /// <summary>tanh(x), elementwise.</summary>
        public static Tanh Tanh(bool inplace = false) => new(inplace);

        /// <summary>x for positive x, negative_slope * x otherwise.</summary>
        public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) =>
            new(negative_slope, inplace);

        /// <summary>x for positive x, alpha * (exp(x) - 1) otherwise.</summary>
        public static ELU ELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);

        /// <summary>max(0, x) + min(0, alpha * (exp(x / alpha) - 1)).</summary>
        public static CELU CELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);

        /// <summary>The self-normalising ELU.</summary>
        public static SELU SELU(bool inplace = false) => new(inplace);

        /// <summary>clamp(x / 6 + 1/2, 0, 1), elementwise.</summary>
        public static Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

        /// <summary>x * hardsigmoid(x), elementwise.</summary>
        public static Hardswish Hardswish(bool inplace = false) => new(inplace);

        /// <summary>x limited to an interval.</summary>
        public static Hardtanh Hardtanh(double min_val = -1, double max_val = 1, bool inplace = false) =>
            new(min_val, max_val, inplace);

        /// <summary>x above the threshold, a value otherwise.</summary>
        public static Threshold Threshold(double threshold, double value, bool inplace = false) =>
            new(threshold, value, inplace);

        /// <summary>log(1 + exp(beta x)) / beta.</summary>
        public static Softplus Softplus(double beta = 1, double threshold = 20) => new(beta, threshold);

        /// <summary>x moved towards zero by lambda.</summary>
        public static Softshrink Softshrink(double lambda = 0.5) => new(lambda);

        /// <summary>x where |x| is above lambda, else zero.</summary>
        public static Hardshrink Hardshrink(double lambda = 0.5) => new(lambda);

        /// <summary>x / (1 + |x|), elementwise.</summary>
        public static Softsign Softsign() => new(false);

        /// <summary>x / (1 + |x|), elementwise.</summary>
        public static Softsign Softsign(bool inplace) => new(inplace);

        /// <summary>x - tanh(x), elementwise.</summary>
        public static Tanhshrink Tanhshrink() => new(false);

        /// <summary>x - tanh(x), elementwise.</summary>
        public static Tanhshrink Tanhshrink(bool inplace = false) => new(inplace);

        /// <summary>log(sigmoid(x)), without overflow.</summary>
        public static LogSigmoid LogSigmoid() => new();

        /// <summary>First half times sigmoid of the second half.</summary>
        public static GLU GLU(long dim = -1) => new(dim);

        /// <summary>exp(x) over its sum along a dimension.</summary>
        public static Softmax Softmax(long dim) => new(dim);

        /// <summary>Softmax over the channels of images.</summary>
        public static Softmax2d Softmax2d() => new();

        /// <summary>softmax(-x).</summary>
        public static Softmin Softmin(long dim) => new(dim);

        /// <summary>log(softmax(x)), without overflow.</summary>
        public static LogSoftmax LogSoftmax(long dim) => new(dim);

        /// <summary>x times the normal distribution function.</summary>
        public static GELU GELU() => new(Modules.GELU.Approximate.none, false);

        /// <summary>x times the normal distribution function.</summary>
        public static GELU GELU(bool inplace) => new(Modules.GELU.Approximate.none, inplace);

        /// <summary>x times the normal distribution function.</summary>
        public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(approximate, inplace);
    }
}
