using TorchSharp.Modules;
using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Maximum over windows of (N, C, L).</summary>
        public static MaxPool1d MaxPool1d(
            long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
            bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>Maximum over windows of (N, C, H, W).</summary>
        public static MaxPool2d MaxPool2d(
            long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
            bool ceil_mode = false) =>
            new(
                Arguments.Repeat(kernel_size, 2), Arguments.Repeat(stride, 2), Arguments.Repeat(padding, 2),
                Arguments.Repeat(dilation, 2), ceil_mode);

        /// <summary>Maximum over windows of (N, C, H, W).</summary>
        public static MaxPool2d MaxPool2d(
            (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
            (long, long)? dilation = null, bool ceil_mode = false) =>
            new(
                Arguments.List(kernel_size), Arguments.List(stride), Arguments.List(padding),
                Arguments.List(dilation), ceil_mode);

        /// <summary>Maximum over windows of (N, C, H, W).</summary>
        public static MaxPool2d MaxPool2d(
            long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null,
            bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>Maximum over windows of (N, C, D, H, W).</summary>
        public static MaxPool3d MaxPool3d(
            long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
            bool ceil_mode = false) =>
            new(
                Arguments.Repeat(kernel_size, 3), Arguments.Repeat(stride, 3), Arguments.Repeat(padding, 3),
                Arguments.Repeat(dilation, 3), ceil_mode);

        /// <summary>Maximum over windows of (N, C, D, H, W).</summary>
        public static MaxPool3d MaxPool3d(
            (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null,
            (long, long, long)? dilation = null, bool ceil_mode = false) =>
            new(
                Arguments.List(kernel_size), Arguments.List(stride), Arguments.List(padding),
                Arguments.List(dilation), ceil_mode);

        /// <summary>Maximum over windows of (N, C, D, H, W).</summary>
        public static MaxPool3d MaxPool3d(
            long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null,
            bool ceil_mode = false) =>
            new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>Mean over windows of (N, C, L).</summary>
        public static AvgPool1d AvgPool1d(
            long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
            bool count_include_pad = true) =>
            new(kernel_size, stride, padding, ceil_mode, count_include_pad);

        /// <summary>Mean over windows of (N, C, H, W).</summary>
        public static AvgPool2d AvgPool2d(
            long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
            bool count_include_pad = true, long? divisor_override = null) =>
            new(
                Arguments.Repeat(kernel_size, 2), Arguments.Repeat(stride, 2), Arguments.Repeat(padding, 2),
                ceil_mode, count_include_pad, divisor_override);

        /// <summary>Mean over windows of (N, C, H, W).</summary>
        public static AvgPool2d AvgPool2d(
            (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
            bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            new(
                Arguments.List(kernel_size), Arguments.List(stride), Arguments.List(padding), ceil_mode,
                count_include_pad, divisor_override);

        /// <summary>Mean over windows of (N, C, H, W).</summary>
        public static AvgPool2d AvgPool2d(
            long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
            bool count_include_pad = true, long? divisor_override = null) =>
            new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

        /// <summary>Mean over windows of (N, C, D, H, W).</summary>
        public static AvgPool3d AvgPool3d(
            long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
            bool count_include_pad = true, long? divisor_override = null) =>
            new(
                Arguments.Repeat(kernel_size, 3), Arguments.Repeat(stride, 3), Arguments.Repeat(padding, 3),
                ceil_mode, count_include_pad, divisor_override);

        /// <summary>Mean over windows of (N, C, D, H, W).</summary>
        public static AvgPool3d AvgPool3d(
            (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null,
            bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
            new(
                Arguments.List(kernel_size), Arguments.List(stride), Arguments.List(padding), ceil_mode,
                count_include_pad, divisor_override);

        /// <summary>Mean over windows of (N, C, D, H, W).</summary>
        public static AvgPool3d AvgPool3d(
            long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
            bool count_include_pad = true, long? divisor_override = null) =>
            new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

        /// <summary>Means over as many windows as the output has positions.</summary>
        public static AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) => new(output_size);

        /// <summary>Means over as many windows as the output has positions.</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new(Arguments.Repeat(output_size, 2));

        /// <summary>Means over as many windows as the output has positions.</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(Arguments.List(output_size));

        /// <summary>Means over as many windows as the output has positions.</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

        /// <summary>Means over as many windows as the output has positions.</summary>
        public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long output_size) => new(Arguments.Repeat(output_size, 3));

        /// <summary>Means over as many windows as the output has positions.</summary>
        public static AdaptiveAvgPool3d AdaptiveAvgPool3d((long, long, long) output_size) =>
            new(Arguments.List(output_size));

        /// <summary>Means over as many windows as the output has positions.</summary>
        public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long[] output_size) => new(output_size);

        /// <summary>Maxima over as many windows as the output has positions.</summary>
        public static AdaptiveMaxPool1d AdaptiveMaxPool1d(long output_size) => new(output_size);

        /// <summary>Maxima over as many windows as the output has positions.</summary>
        public static AdaptiveMaxPool2d AdaptiveMaxPool2d(long[] output_size) => new(output_size);

        /// <summary>Maxima over as many windows as the output has positions.</summary>
        public static AdaptiveMaxPool3d AdaptiveMaxPool3d(long[] output_size) => new(output_size);
    }
}
