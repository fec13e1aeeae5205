using TorchSharp.Modules;
using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The gradient of a convolution as an operator on (N, C, L).</summary>
        public static ConvTranspose1d ConvTranspose1d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0,
            long output_padding = 0, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                Transposed(
                    Shape(
                        in_channels, out_channels, Arguments.Repeat(kernel_size, 1), Arguments.Repeat(stride, 1),
                        Arguments.Repeat(padding, 1), null, Arguments.Repeat(dilation, 1), padding_mode, groups, bias),
                    Arguments.Repeat(output_padding, 1)),
                device, dtype);

        /// <summary>The gradient of a convolution as an operator on (N, C, H, W).</summary>
        public static ConvTranspose2d ConvTranspose2d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0,
            long output_padding = 0, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                Transposed(
                    Shape(
                        in_channels, out_channels, Arguments.Repeat(kernel_size, 2), Arguments.Repeat(stride, 2),
                        Arguments.Repeat(padding, 2), null, Arguments.Repeat(dilation, 2), padding_mode, groups, bias),
                    Arguments.Repeat(output_padding, 2)),
                device, dtype);

        /// <summary>The gradient of a convolution as an operator on (N, C, H, W).</summary>
        public static ConvTranspose2d ConvTranspose2d(
            long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null,
            (long, long)? padding = null, (long, long)? output_padding = null, (long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                Transposed(
                    Shape(
                        in_channels, out_channels, Arguments.List(kernel_size), Arguments.List(stride ?? (1, 1)),
                        Arguments.List(padding ?? (0, 0)), null, Arguments.List(dilation ?? (1, 1)), padding_mode, groups, bias),
                    Arguments.List(output_padding ?? (0, 0))),
                device, dtype);

        /// <summary>The gradient of a convolution as an operator on (N, C, D, H, W).</summary>
        public static ConvTranspose3d ConvTranspose3d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0,
            long output_padding = 0, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                Transposed(
                    Shape(
                        in_channels, out_channels, Arguments.Repeat(kernel_size, 3), Arguments.Repeat(stride, 3),
                        Arguments.Repeat(padding, 3), null, Arguments.Repeat(dilation, 3), padding_mode, groups, bias),
                    Arguments.Repeat(output_padding, 3)),
                device, dtype);

        /// <summary>The gradient of a convolution as an operator on (N, C, D, H, W).</summary>
        public static ConvTranspose3d ConvTranspose3d(
            long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long)? stride = null,
            (long, long, long)? padding = null, (long, long, long)? output_padding = null, (long, long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                Transposed(
                    Shape(
                        in_channels, out_channels, Arguments.List(kernel_size), Arguments.List(stride ?? (1, 1, 1)),
                        Arguments.List(padding ?? (0, 0, 0)), null, Arguments.List(dilation ?? (1, 1, 1)), padding_mode, groups, bias),
                    Arguments.List(output_padding ?? (0, 0, 0))),
                device, dtype);

        private static ConvolutionShape Transposed(ConvolutionShape shape, long[] output_padding) =>
            shape with { Transposed = true, OutputPadding = output_padding };
    }
}
