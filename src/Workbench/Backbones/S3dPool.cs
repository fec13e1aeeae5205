using TorchSharp;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>Max-pooling padded as TensorFlow's SAME: max(kernel - stride, 0) zeros a dimension, the smaller half in front; then ceil mode.</summary>
/// <remarks>Zeros, not -∞: behind a ReLU they change nothing. Source: antoine77340/S3D_HowTo100M, s3dg.py, class MaxPool3dTFPadding.</remarks>
internal static class S3dPool
{
    /// <param name="input_BCTHW">Any clip.</param>
    /// <param name="kernel">Of time, height, width.</param>
    /// <param name="stride">Of time, height, width.</param>
    public static Tensor Same(Tensor input_BCTHW, ReadOnlySpan<long> kernel, ReadOnlySpan<long> stride)
    {
        using DisposeScope scope = NewDisposeScope();
        var padding = new long[6];
        for (int dimension = 0; dimension < 3; dimension++)
        {
            // Pairs (before, after), the last dimension first.
            long all = Math.Max(kernel[dimension] - stride[dimension], 0), before = all / 2;
            (padding[4 - 2 * dimension], padding[5 - 2 * dimension]) = (before, all - before);
        }

        Tensor padded = padding.Any(p => p > 0) ? nn.functional.pad(input_BCTHW, padding) : input_BCTHW;
        return nn.functional.max_pool3d(padded, kernel.ToArray(), stride.ToArray(), ceil_mode: true).MoveToOuterDisposeScope();
    }

    /// <summary>The maximum over 3×3×3 about every place: over 3×3 of each frame, then over 3 of time, which libtorch does faster than the cube.</summary>
    public static Tensor Cube(Tensor input_BCTHW)
    {
        using DisposeScope scope = NewDisposeScope();
        long[] s = input_BCTHW.shape;
        Tensor frames = nn.functional.max_pool2d(input_BCTHW.reshape(s[0], s[1] * s[2], s[3], s[4]), 3, 1, 1);
        return nn.functional.max_pool2d(frames.view(s[0], s[1], s[2], s[3] * s[4]), [3, 1], [1, 1], [1, 0]).view(s).MoveToOuterDisposeScope();
    }
}
