using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // A stride left out is the kernel's size.
        public static partial class functional
        {
            private static readonly Operator s_maxPool1d = new("aten::max_pool1d");
            private static readonly Operator s_maxPool2d = new("aten::max_pool2d");
            private static readonly Operator s_maxPool3d = new("aten::max_pool3d");
            private static readonly Operator s_maxPool1dIndices = new("aten::max_pool1d_with_indices");
            private static readonly Operator s_maxPool2dIndices = new("aten::max_pool2d_with_indices");
            private static readonly Operator s_maxPool3dIndices = new("aten::max_pool3d_with_indices");
            private static readonly Operator s_avgPool1d = new("aten::avg_pool1d");
            private static readonly Operator s_avgPool2d = new("aten::avg_pool2d");
            private static readonly Operator s_avgPool3d = new("aten::avg_pool3d");

            /// <summary>Maximum over windows of (N, C, L).</summary>
            public static Tensor max_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                bool ceil_mode = false) =>
                s_maxPool1d.Call(input, kernel_size, Arguments.List(stride), padding ?? 0, dilation ?? 1, ceil_mode);

            /// <summary>Maximum over windows of (N, C, L), and where it was.</summary>
            public static (Tensor Values, Tensor Indices) max_pool1d_with_indices(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                bool ceil_mode = false) =>
                s_maxPool1dIndices.Call2(input, kernel_size, Arguments.List(stride), padding ?? 0, dilation ?? 1, ceil_mode);

            /// <summary>Maximum over windows of (N, C, H, W).</summary>
            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                bool ceil_mode = false) =>
                s_maxPool2d.Call(input, kernel_size, Arguments.List(stride), padding ?? 0, dilation ?? 1, ceil_mode);

            /// <summary>Maximum over windows of (N, C, H, W).</summary>
            public static Tensor max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? dilation = null, bool ceil_mode = false) =>
                max_pool2d(
                    input, Arguments.List(kernel_size), Arguments.List(stride), Arguments.List(padding),
                    Arguments.List(dilation), ceil_mode);

            /// <summary>Maximum over windows of (N, C, H, W).</summary>
            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false) =>
                s_maxPool2d.Call(input, kernel_size, strides ?? [], padding ?? [0, 0], dilation ?? [1, 1], ceil_mode);

            /// <summary>Maximum over windows of (N, C, H, W), and where it was.</summary>
            public static (Tensor Values, Tensor Indices) max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false) =>
                s_maxPool2dIndices.Call2(
                    input, kernel_size, strides ?? [], padding ?? [0, 0], dilation ?? [1, 1], ceil_mode);

            /// <summary>Maximum over windows of (N, C, D, H, W).</summary>
            public static Tensor max_pool3d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false) =>
                s_maxPool3d.Call(input, kernel_size, strides ?? [], padding ?? [0, 0, 0], dilation ?? [1, 1, 1], ceil_mode);

            /// <summary>Maximum over windows of (N, C, D, H, W), and where it was.</summary>
            public static (Tensor Values, Tensor Indices) max_pool3d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false) =>
                s_maxPool3dIndices.Call2(
                    input, kernel_size, strides ?? [], padding ?? [0, 0, 0], dilation ?? [1, 1, 1], ceil_mode);

            /// <summary>Mean over windows of (N, C, L).</summary>
            public static Tensor avg_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
                bool count_include_pad = true) =>
                s_avgPool1d.Call(
                    input, kernel_size, Arguments.List(stride), padding ?? 0, ceil_mode, count_include_pad);

            /// <summary>Mean over windows of (N, C, H, W).</summary>
            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(
                    input, [kernel_size, kernel_size], Arguments.List(stride), [padding, padding], ceil_mode,
                    count_include_pad, divisor_override);

            /// <summary>Mean over windows of (N, C, H, W).</summary>
            public static Tensor avg_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(
                    input, Arguments.List(kernel_size), Arguments.List(stride), Arguments.List(padding), ceil_mode,
                    count_include_pad, divisor_override);

            /// <summary>Mean over windows of (N, C, H, W).</summary>
            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                s_avgPool2d.Call(
                    input, kernel_size, stride ?? [], padding ?? [0, 0], ceil_mode, count_include_pad,
                    divisor_override);

            /// <summary>Mean over windows of (N, C, D, H, W).</summary>
            public static Tensor avg_pool3d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                s_avgPool3d.Call(
                    input, kernel_size, stride ?? [], padding ?? [0, 0, 0], ceil_mode, count_include_pad,
                    divisor_override);
        }
    }
}
