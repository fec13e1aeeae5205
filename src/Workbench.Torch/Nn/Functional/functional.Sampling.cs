using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator s_gridSampler = new("aten::grid_sampler");
            private static readonly Operator s_affineGrid = new("aten::affine_grid_generator");
            private static readonly Operator s_unfold = new("aten::im2col");
            private static readonly Operator s_fold = new("aten::col2im");

            /// <summary>Reads an image at given places.</summary>
            /// <param name="input">(N, C, H, W), or (N, C, D, H, W).</param>
            /// <param name="grid">(N, H', W', 2) of (x, y), or (N, D', H', W', 3) of (x, y, z); -1 to 1 is the input.</param>
            /// <param name="mode">Between pixels.</param>
            /// <param name="padding_mode">Outside the input.</param>
            /// <param name="align_corners">Whether -1 and 1 are the corner pixels' centres; false when left out.</param>
            public static Tensor grid_sample(
                Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null)
            {
                var between = mode == GridSampleMode.Bilinear ? 0L : 1L;
                var outside = padding_mode switch
                {
                    GridSamplePaddingMode.Border => 1L,
                    GridSamplePaddingMode.Reflection => 2L,
                    _ => 0L,
                };
                return s_gridSampler.Call(input, grid, between, outside, align_corners ?? false);
            }

            /// <summary>The grid of an affine map: theta (N, 2, 3) and size (N, C, H, W) to (N, H, W, 2).</summary>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false)
            {
                ArgumentNullException.ThrowIfNull(size);
                return s_affineGrid.Call(theta, size, align_corners);
            }

            /// <summary>Sliding blocks as columns: (N, C, H, W) to (N, C K1 K2, blocks).</summary>
            public static Tensor unfold(
                Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                unfold(
                    input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <summary>Sliding blocks as columns: (N, C, H, W) to (N, C K1 K2, blocks).</summary>
            public static Tensor unfold(
                Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null,
                (long, long)? stride = null) =>
                s_unfold.Call(
                    input, Arguments.List(kernel_size), Arguments.List(dilation ?? (1, 1)),
                    Arguments.List(padding ?? (0, 0)), Arguments.List(stride ?? (1, 1)));

            /// <summary>Sums columns back into an image: the transpose of <see cref="unfold(Tensor, long, long, long, long)"/>.</summary>
            public static Tensor fold(
                Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                fold(
                    input, (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation),
                    (padding, padding), (stride, stride));

            /// <summary>Sums columns back into an image: the transpose of <see cref="unfold(Tensor, long, long, long, long)"/>.</summary>
            public static Tensor fold(
                Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null,
                (long, long)? padding = null, (long, long)? stride = null) =>
                s_fold.Call(
                    input, Arguments.List(output_size), Arguments.List(kernel_size), Arguments.List(dilation ?? (1, 1)),
                    Arguments.List(padding ?? (0, 0)), Arguments.List(stride ?? (1, 1)));
        }
    }
}
