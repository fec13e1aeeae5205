using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The input, unchanged.</summary>
        public static Identity Identity() => new();

        /// <summary>Joins a range of dimensions into one.</summary>
        public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

        /// <summary>Splits one dimension into several.</summary>
        public static Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);

        /// <summary>Channels to pixels: (…, C r², H, W) to (…, C, H r, W r).</summary>
        public static PixelShuffle PixelShuffle(long upscale_factor) => new(upscale_factor);

        /// <summary>Pixels to channels: (…, C, H r, W r) to (…, C r², H, W).</summary>
        public static PixelUnshuffle PixelUnshuffle(long downscale_factor) => new(downscale_factor);

        /// <summary>Sliding blocks as columns: (N, C, H, W) to (N, C K1 K2, blocks).</summary>
        public static Unfold Unfold(long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
            new((kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

        /// <summary>Sliding blocks as columns: (N, C, H, W) to (N, C K1 K2, blocks).</summary>
        public static Unfold Unfold(
            (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null,
            (long, long)? stride = null) =>
            new(kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));

        /// <summary>Sums columns back into an image; the transpose of Unfold.</summary>
        public static Fold Fold(
            long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
            new(
                (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding),
                (stride, stride));

        /// <summary>Sums columns back into an image; the transpose of Unfold.</summary>
        public static Fold Fold(
            (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null,
            (long, long)? padding = null, (long, long)? stride = null) =>
            new(output_size, kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));
    }
}
