using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator s_layerNorm = new("aten::layer_norm");
            private static readonly Operator s_groupNorm = new("aten::group_norm");
            private static readonly Operator s_batchNorm = new("aten::batch_norm");
            private static readonly Operator s_instanceNorm = new("aten::instance_norm");

            /// <summary>Mean 0, variance 1 over the last dimensions, then weight and bias. The variance is biased.</summary>
            public static Tensor layer_norm(
                Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                s_layerNorm.Call(input, normalized_shape, weight, bias, eps);

            /// <summary>Mean 0, variance 1 over each group of channels of (N, C, …), then weight and bias per channel.</summary>
            public static Tensor group_norm(
                Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                s_groupNorm.Call(input, num_groups, weight, bias, eps);

            /// <summary>
            /// Mean 0, variance 1 per channel of (N, C, …): over the batch in training (which also moves the running
            /// statistics by <paramref name="momentum"/>), by the running statistics otherwise.
            /// </summary>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null,
                bool training = false, double momentum = 0.1, double eps = 1e-5) =>
                s_batchNorm.Call(
                    input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            /// <summary>Mean 0, variance 1 per sample and channel of (N, C, …).</summary>
            public static Tensor instance_norm(
                Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null,
                Tensor? bias = null, bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5) =>
                s_instanceNorm.Call(
                    input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true);
        }
    }
}
