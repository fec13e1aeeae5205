using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Shapes: N batch, C in and O out channels, spatial sizes; a missing N is allowed everywhere.
        public static partial class functional
        {
            private static readonly Operator s_conv1d = new("aten::conv1d");
            private static readonly Operator s_conv2d = new("aten::conv2d");
            private static readonly Operator s_conv3d = new("aten::conv3d");
            private static readonly Operator s_conv1dNamed = new("aten::conv1d", "padding");
            private static readonly Operator s_conv2dNamed = new("aten::conv2d", "padding");
            private static readonly Operator s_conv3dNamed = new("aten::conv3d", "padding");
            private static readonly Operator s_convTranspose1d = new("aten::conv_transpose1d");
            private static readonly Operator s_convTranspose2d = new("aten::conv_transpose2d", "input");
            private static readonly Operator s_convTranspose3d = new("aten::conv_transpose3d", "input");

            /// <summary>Cross-correlation of (N, C, L) with (O, C / groups, K).</summary>
            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null,
                long? dilation = null, long groups = 1) =>
                s_conv1d.Call(input, weight, bias, stride ?? 1, padding ?? 0, dilation ?? 1, groups);

            /// <summary>Cross-correlation of (N, C, L) with (O, C / groups, K), padded by name.</summary>
            public static Tensor conv1d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid,
                long? dilation = null, long groups = 1) =>
                s_conv1dNamed.Call(input, weight, bias, stride ?? 1, Name(padding), dilation ?? 1, groups);

            /// <summary>Cross-correlation of (N, C, H, W) with (O, C / groups, K1, K2).</summary>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, long groups = 1) =>
                s_conv2d.Call(input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], dilation ?? [1, 1], groups);

            /// <summary>Cross-correlation of (N, C, H, W) with (O, C / groups, K1, K2), padded by name.</summary>
            public static Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid,
                long[]? dilation = null, long groups = 1) =>
                s_conv2dNamed.Call(input, weight, bias, strides ?? [1, 1], Name(padding), dilation ?? [1, 1], groups);

            /// <summary>Cross-correlation of (N, C, D, H, W) with (O, C / groups, K1, K2, K3).</summary>
            public static Tensor conv3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, long groups = 1) =>
                s_conv3d.Call(
                    input, weight, bias, strides ?? [1, 1, 1], padding ?? [0, 0, 0], dilation ?? [1, 1, 1], groups);

            /// <summary>Cross-correlation of (N, C, D, H, W) with (O, C / groups, K1, K2, K3), padded by name.</summary>
            public static Tensor conv3d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid,
                long[]? dilation = null, long groups = 1) =>
                s_conv3dNamed.Call(
                    input, weight, bias, strides ?? [1, 1, 1], Name(padding), dilation ?? [1, 1, 1], groups);

            /// <summary>The gradient of conv1d as an operator: (N, C, L) with (C, O / groups, K).</summary>
            public static Tensor conv_transpose1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null,
                long? output_padding = null, long? dilation = null, long groups = 1) =>
                s_convTranspose1d.Call(
                    input, weight, bias, stride ?? 1, padding ?? 0, output_padding ?? 0, groups, dilation ?? 1);

            /// <summary>The gradient of conv2d as an operator: (N, C, H, W) with (C, O / groups, K1, K2).</summary>
            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                s_convTranspose2d.Call(
                    input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], output_padding ?? [0, 0], groups,
                    dilation ?? [1, 1]);

            /// <summary>The gradient of conv3d as an operator: (N, C, D, H, W) with (C, O / groups, K1, K2, K3).</summary>
            public static Tensor conv_transpose3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                s_convTranspose3d.Call(
                    input, weight, bias, strides ?? [1, 1, 1], padding ?? [0, 0, 0], output_padding ?? [0, 0, 0], groups,
                    dilation ?? [1, 1, 1]);

            private static string Name(Padding padding) => padding == Padding.Same ? "same" : "valid";
        }
    }
}
