using Workbench.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Shapes: (N, C, L), (N, C, H, W) or (N, C, D, H, W); the spatial sizes change.
        public static partial class functional
        {
            private static readonly Operator[] s_nearest =
                [new("aten::upsample_nearest1d", "vec"), new("aten::upsample_nearest2d", "vec"), new("aten::upsample_nearest3d", "vec")];

            private static readonly Operator[] s_nearestExact =
            [
                new("aten::_upsample_nearest_exact1d", "vec"), new("aten::_upsample_nearest_exact2d", "vec"),
                new("aten::_upsample_nearest_exact3d", "vec"),
            ];

            private static readonly Operator s_linear1d = new("aten::upsample_linear1d", "vec");
            private static readonly Operator s_bilinear2d = new("aten::upsample_bilinear2d", "vec");
            private static readonly Operator s_bilinear2dSmooth = new("aten::_upsample_bilinear2d_aa", "vec");
            private static readonly Operator s_bicubic2d = new("aten::upsample_bicubic2d", "vec");
            private static readonly Operator s_bicubic2dSmooth = new("aten::_upsample_bicubic2d_aa", "vec");
            private static readonly Operator s_trilinear3d = new("aten::upsample_trilinear3d", "vec");

            /// <summary>Resamples the spatial dimensions to a size or by a factor.</summary>
            /// <param name="x">Input with batch and channels.</param>
            /// <param name="size">The new spatial sizes; or give <paramref name="scale_factor"/>.</param>
            /// <param name="scale_factor">One factor a spatial dimension, or one for all.</param>
            /// <param name="mode">How new positions are filled; must fit the number of dimensions.</param>
            /// <param name="align_corners">
            /// Whether corner pixels keep their place (linear and cubic modes only); false when left out.
            /// </param>
            /// <param name="recompute_scale_factor">Use the ratio of the rounded sizes instead of the given factor.</param>
            /// <param name="antialias">Smooth before shrinking (bilinear and bicubic only).</param>
            /// <exception cref="ArgumentException">Neither or both of size and factor, or a mode that does not fit.</exception>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null,
                bool recompute_scale_factor = false, bool antialias = false)
            {
                ArgumentNullException.ThrowIfNull(x);
                var dimensions = (int)x.dim() - 2;
                (size, scale_factor) = Target(x, dimensions, size, scale_factor);
                var hasNoCorners = mode is InterpolationMode.Nearest or InterpolationMode.Area or InterpolationMode.NearestExact;
                if (hasNoCorners && align_corners is not null)
                    throw new ArgumentException($"align_corners has no meaning for the mode {mode}.", nameof(align_corners));
                if (antialias && mode is not (InterpolationMode.Bilinear or InterpolationMode.Bicubic))
                    throw new ArgumentException($"antialias is for Bilinear and Bicubic, not for {mode}.", nameof(antialias));
                if (size is null && (recompute_scale_factor || mode == InterpolationMode.Area))
                    (size, scale_factor) = (Scaled(x, scale_factor!), null);

                var align = align_corners ?? false;
                return (mode, dimensions) switch
                {
                    (InterpolationMode.Nearest, _) => s_nearest[dimensions - 1].Call(x, size, scale_factor),
                    (InterpolationMode.NearestExact, _) => s_nearestExact[dimensions - 1].Call(x, size, scale_factor),
                    (InterpolationMode.Area, 1) => adaptive_avg_pool1d(x, size![0]),
                    (InterpolationMode.Area, 2) => adaptive_avg_pool2d(x, size!),
                    (InterpolationMode.Area, 3) => adaptive_avg_pool3d(x, size!),
                    (InterpolationMode.Linear, 1) => s_linear1d.Call(x, size, align, scale_factor),
                    (InterpolationMode.Bilinear, 2) =>
                        (antialias ? s_bilinear2dSmooth : s_bilinear2d).Call(x, size, align, scale_factor),
                    (InterpolationMode.Bicubic, 2) =>
                        (antialias ? s_bicubic2dSmooth : s_bicubic2d).Call(x, size, align, scale_factor),
                    (InterpolationMode.Trilinear, 3) => s_trilinear3d.Call(x, size, align, scale_factor),
                    _ => throw new ArgumentException(
                        $"The mode {mode} does not fit an input [{string.Join(", ", x.shape)}]: Linear takes 3"
                        + " dimensions, Bilinear and Bicubic 4, Trilinear 5.", nameof(mode)),
                };
            }

            /// <summary><see cref="interpolate"/> under its older name.</summary>
            public static Tensor upsample(
                Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest,
                bool align_corners = false) =>
                interpolate(
                    input, size, scale_factor, (InterpolationMode)mode,
                    mode == UpsampleMode.Nearest ? null : align_corners);

            private static (long[]? Size, double[]? Scale) Target(
                Tensor x, int dimensions, long[]? size, double[]? scale)
            {
                if (dimensions is not (1 or 2 or 3))
                    throw new ArgumentException(
                        $"The input needs 3 to 5 dimensions (batch, channels, spatial), not [{string.Join(", ", x.shape)}].",
                        nameof(x));
                if (size is null == scale is null)
                    throw new ArgumentException("Give either size or scale_factor.", nameof(size));
                if (scale is { Length: 1 } && dimensions > 1)
                    scale = [.. Enumerable.Repeat(scale[0], dimensions)];
                if (size is { Length: 1 } && dimensions > 1)
                    size = Arguments.Repeat(size[0], dimensions);
                if ((size?.Length ?? scale!.Length) != dimensions)
                    throw new ArgumentException(
                        $"{size?.Length ?? scale!.Length} sizes or factors for {dimensions} spatial dimensions.", nameof(size));
                return (size, scale);
            }

            private static long[] Scaled(Tensor x, double[] scale) =>
                [.. scale.Select((factor, k) => (long)Math.Floor(x.shape[k + 2] * factor))];
        }
    }
}
