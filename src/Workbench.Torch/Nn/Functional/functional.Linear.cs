using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator s_linear = new("aten::linear");
            private static readonly Operator s_bilinear = new("aten::bilinear");
            private static readonly Operator s_oneHot = new("aten::one_hot");
            private static readonly Operator s_norm = new("aten::norm", "ScalarOpt_dim");
            private static readonly Operator s_cosineSimilarity = new("aten::cosine_similarity");
            private static readonly Operator s_pairwiseDistance = new("aten::pairwise_distance");
            private static readonly Operator s_pixelShuffle = new("aten::pixel_shuffle");
            private static readonly Operator s_pixelUnshuffle = new("aten::pixel_unshuffle");

            /// <summary>input · weightsᵀ + bias. Shapes: (…, I), (O, I), (O) to (…, O).</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) =>
                s_linear.Call(input, weights, bias);

            /// <summary>input1ᵀ · W_o · input2 + bias_o. Shapes: (…, I), (…, J), (O, I, J), (O) to (…, O).</summary>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                s_bilinear.Call(input1, input2, weight, bias);

            /// <summary>
            /// Ones at the given classes, zeros elsewhere; (…) of long to (…, classes). -1: as many classes as occur.
            /// </summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => s_oneHot.Call(x, num_classes);

            /// <summary>input over its p-norm along a dimension, the norm at least eps.</summary>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1e-12)
            {
                using var norm = s_norm.Call(input, p, new[] { dim }, true);
                using var atLeast = norm.clamp_min(eps);
                return input.div(atLeast);
            }

            /// <summary>
            /// x1 · x2 over the product of their norms along a dimension, each norm at least eps; broadcasting.
            /// </summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) =>
                s_cosineSimilarity.Call(x1, x2, dim, eps);

            /// <summary>The p-norm of input1 - input2 + eps along the last dimension.</summary>
            public static Tensor pairwise_distance(
                Tensor input1, Tensor input2, double p = 2, double eps = 1e-6, bool keepdim = false) =>
                s_pairwiseDistance.Call(input1, input2, p, eps, keepdim);

            /// <summary>Channels to pixels: (…, C r², H, W) to (…, C, H r, W r).</summary>
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) =>
                s_pixelShuffle.Call(input, upscale_factor);

            /// <summary>Pixels to channels: (…, C, H r, W r) to (…, C r², H, W).</summary>
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) =>
                s_pixelUnshuffle.Call(input, downscale_factor);
        }
    }
}
