using TorchSharp.Modules;
using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Cross-correlation of (N, C, L) with a kernel.</summary>
        public static Conv1d Conv1d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                Shape(
                    in_channels, out_channels, Arguments.Repeat(kernel_size, 1), Arguments.Repeat(stride, 1),
                    Arguments.Repeat(padding, 1), null, Arguments.Repeat(dilation, 1), padding_mode, groups, bias),
                device, dtype);

        /// <summary>Cross-correlation of (N, C, L) with a kernel, padded by name.</summary>
        public static Conv1d Conv1d(
            long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                Shape(
                    in_channels, out_channels, Arguments.Repeat(kernel_size, 1), Arguments.Repeat(stride, 1),
                    Arguments.Repeat(0, 1), padding, Arguments.Repeat(dilation, 1), padding_mode, groups, bias),
                device, dtype);

        /// <summary>Cross-correlation of (N, C, H, W) with a kernel.</summary>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                Shape(
                    in_channels, out_channels, Arguments.Repeat(kernel_size, 2), Arguments.Repeat(stride, 2),
                    Arguments.Repeat(padding, 2), null, Arguments.Repeat(dilation, 2), padding_mode, groups, bias),
                device, dtype);

        /// <summary>Cross-correlation of (N, C, H, W) with a kernel, padded by name.</summary>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                Shape(
                    in_channels, out_channels, Arguments.Repeat(kernel_size, 2), Arguments.Repeat(stride, 2),
                    Arguments.Repeat(0, 2), padding, Arguments.Repeat(dilation, 2), padding_mode, groups, bias),
                device, dtype);

        /// <summary>Cross-correlation of (N, C, H, W) with a kernel.</summary>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null,
            (long, long)? padding = null, (long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                Shape(
                    in_channels, out_channels, Arguments.List(kernel_size), Arguments.List(stride ?? (1, 1)),
                    Arguments.List(padding ?? (0, 0)), null, Arguments.List(dilation ?? (1, 1)), padding_mode, groups, bias),
                device, dtype);

        /// <summary>Cross-correlation of (N, C, H, W) with a kernel, padded by name.</summary>
        public static Conv2d Conv2d(
            long in_channels, long out_channels, (long, long) kernel_size, Padding padding,
            (long, long)? stride = null, (long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                Shape(
                    in_channels, out_channels, Arguments.List(kernel_size), Arguments.List(stride ?? (1, 1)),
                    Arguments.Repeat(0, 2), padding, Arguments.List(dilation ?? (1, 1)), padding_mode, groups, bias),
                device, dtype);

        /// <summary>Cross-correlation of (N, C, D, H, W) with a kernel.</summary>
        public static Conv3d Conv3d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                Shape(
                    in_channels, out_channels, Arguments.Repeat(kernel_size, 3), Arguments.Repeat(stride, 3),
                    Arguments.Repeat(padding, 3), null, Arguments.Repeat(dilation, 3), padding_mode, groups, bias),
                device, dtype);

        /// <summary>Cross-correlation of (N, C, D, H, W) with a kernel, padded by name.</summary>
        public static Conv3d Conv3d(
            long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                Shape(
                    in_channels, out_channels, Arguments.Repeat(kernel_size, 3), Arguments.Repeat(stride, 3),
                    Arguments.Repeat(0, 3), padding, Arguments.Repeat(dilation, 3), padding_mode, groups, bias),
                device, dtype);

        /// <summary>Cross-correlation of (N, C, D, H, W) with a kernel.</summary>
        public static Conv3d Conv3d(
            long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long)? stride = null,
            (long, long, long)? padding = null, (long, long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                Shape(
                    in_channels, out_channels, Arguments.List(kernel_size), Arguments.List(stride ?? (1, 1, 1)),
                    Arguments.List(padding ?? (0, 0, 0)), null, Arguments.List(dilation ?? (1, 1, 1)), padding_mode, groups, bias),
                device, dtype);

        /// <summary>Cross-correlation of (N, C, D, H, W) with a kernel, padded by name.</summary>
        public static Conv3d Conv3d(
            long in_channels, long out_channels, (long, long, long) kernel_size, Padding padding,
            (long, long, long)? stride = null, (long, long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                Shape(
                    in_channels, out_channels, Arguments.List(kernel_size), Arguments.List(stride ?? (1, 1, 1)),
                    Arguments.Repeat(0, 3), padding, Arguments.List(dilation ?? (1, 1, 1)), padding_mode, groups, bias),
                device, dtype);

        private static ConvolutionShape Shape(
            long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, Padding? named,
            long[] dilation, PaddingModes padding_mode, long groups, bool bias) => new()
            {
                InChannels = in_channels,
                OutChannels = out_channels,
                KernelSize = kernel_size,
                Stride = stride,
                Padding = padding,
                NamedPadding = named,
                Dilation = dilation,
                PaddingMode = padding_mode,
                Groups = groups,
                Bias = bias,
            };
    }
}
