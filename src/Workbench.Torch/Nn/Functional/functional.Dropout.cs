using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator s_dropout = new("aten::dropout");
            private static readonly Operator s_dropoutInPlace = new("aten::dropout_");
            private static readonly Operator s_featureDropout = new("aten::feature_dropout");
            private static readonly Operator s_featureDropoutInPlace = new("aten::feature_dropout_");
            private static readonly Operator s_alphaDropout = new("aten::alpha_dropout");
            private static readonly Operator s_alphaDropoutInPlace = new("aten::alpha_dropout_");

            /// <summary>Zeroes each element with probability p and divides the rest by 1 - p.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                CheckProbability(p);
                return inplace ? s_dropoutInPlace.Call(input, p, training) : s_dropout.Call(input, p, training);
            }

            /// <summary>Zeroes whole channels of (C, L) or (N, C, L).</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                ChannelDropout(input, p, training, inplace, dimensions: 1);

            /// <summary>Zeroes whole channels of (C, H, W) or (N, C, H, W).</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                ChannelDropout(input, p, training, inplace, dimensions: 2);

            /// <summary>Zeroes whole channels of (C, D, H, W) or (N, C, D, H, W).</summary>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                ChannelDropout(input, p, training, inplace, dimensions: 3);

            /// <summary>Dropout that keeps mean and variance of SELU networks.</summary>
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false)
            {
                CheckProbability(p);
                return inplace
                    ? s_alphaDropoutInPlace.Call(input, p, training)
                    : s_alphaDropout.Call(input, p, training);
            }

            private static Tensor ChannelDropout(Tensor input, double p, bool training, bool inplace, int dimensions)
            {
                ArgumentNullException.ThrowIfNull(input);
                CheckProbability(p);
                var batched = input.dim() == dimensions + 2;
                if (!batched && input.dim() != dimensions + 1)
                    throw new ArgumentException(
                        $"dropout{dimensions}d takes {dimensions + 1} dimensions, or {dimensions + 2} with a batch,"
                        + $" not [{string.Join(", ", input.shape)}].", nameof(input));
                if (batched)
                    return Apply(input);
                using var one = input.unsqueeze(0);
                using var dropped = Apply(one);
                return dropped.squeeze(0);

                Tensor Apply(Tensor x) =>
                    inplace ? s_featureDropoutInPlace.Call(x, p, training) : s_featureDropout.Call(x, p, training);
            }

            private static void CheckProbability(double p)
            {
                if (p is not (>= 0 and <= 1))
                    throw new ArgumentOutOfRangeException(nameof(p), p, "A dropout probability lies in [0, 1].");
            }
        }
    }
}
