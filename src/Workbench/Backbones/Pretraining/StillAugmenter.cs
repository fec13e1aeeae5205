using System.Buffers;
using Workbench.Data.NarratedKitchen;

namespace Workbench.Backbones.Pretraining;

/// <summary>
/// Turns a still into the pixels that a model sees: a random part of it, perhaps mirrored, squashed to a square by area averaging,
/// with its brightness, contrast, colours and noise shaken a little. <see cref="Squash"/> does the squashing alone.
/// </summary>
/// <remarks>Shapes: planes of 3×S×S single-precision values in [0, 1]; stills are RGB24, row-major.</remarks>
internal static class StillAugmenter
{
    /// <summary>The whole still, squashed to S×S.</summary>
    public static void Squash(ReadOnlySpan<byte> rgb, int width, int height, int side, Span<float> planes_3SS) =>
        Resample(rgb, width, height, 0, 0, width, height, mirror: false, side, planes_3SS);

    /// <summary>A random part of the still, shaken. True where it was mirrored: "left" in its caption means right then.</summary>
    public static bool Augment(ReadOnlySpan<byte> rgb, int width, int height, int side, double smallestCrop, StableRandom chance, Span<float> planes_3SS)
    {
        double area = chance.Range(smallestCrop, 1), aspect = Math.Exp(chance.Range(-0.15, 0.15));
        double cropWidth = Math.Min(1, Math.Sqrt(area * aspect)) * width, cropHeight = Math.Min(1, Math.Sqrt(area / aspect)) * height;
        double left = chance.Range(0, width - cropWidth), top = chance.Range(0, height - cropHeight);
        bool mirror = chance.Chance(0.5);
        Resample(rgb, width, height, left, top, cropWidth, cropHeight, mirror, side, planes_3SS);

        double contrast = chance.Range(0.75, 1.25), brightness = chance.Range(-0.12, 0.12), saturation = chance.Range(0.7, 1.3);
        ReadOnlySpan<float> gain = [(float)chance.Range(0.9, 1.1), (float)chance.Range(0.9, 1.1), (float)chance.Range(0.9, 1.1)];
        Shake(planes_3SS, (float)contrast, (float)brightness, (float)saturation, gain, (float)chance.Range(0, 0.05), chance.NextUInt64());

        return mirror;
    }

    /// <summary>Contrast about the middle grey, saturation about each pixel's own grey, gain by channel, uniform noise of up to <paramref name="noise"/>.</summary>
    private static void Shake(Span<float> planes_3SS, float contrast, float brightness, float saturation, ReadOnlySpan<float> gain, float noise, ulong state)
    {
        int cells = planes_3SS.Length / 3;
        for (int i = 0; i < cells; i++)
        {
            float grey = (planes_3SS[i] + planes_3SS[cells + i] + planes_3SS[2 * cells + i]) / 3;
            for (int channel = 0; channel < 3; channel++)
            {
                state = state * 6364136223846793005 + 1442695040888963407;
                float uniform = (int)(state >> 32) * (1f / int.MaxValue), value = grey + (planes_3SS[channel * cells + i] - grey) * saturation;
                planes_3SS[channel * cells + i] = Math.Clamp(((value - 0.5f) * contrast + 0.5f + brightness) * gain[channel] + noise * uniform, 0, 1);
            }
        }
    }

    /// <summary>Averages the source over each target pixel's own rectangle: columns first, then rows.</summary>
    private static void Resample(
        ReadOnlySpan<byte> rgb, int width, int height, double left, double top, double cropWidth, double cropHeight, bool mirror, int side, Span<float> planes_3SS)
    {
        if (rgb.Length != width * height * 3 || planes_3SS.Length != 3 * side * side)
            throw new ArgumentException($"A {width}×{height} RGB still has {width * height * 3} bytes and its planes {3 * side * side} values; got {rgb.Length} and {planes_3SS.Length}.");
        Taps columns = new(left, cropWidth, width, side), rows = new(top, cropHeight, height, side);
        int rowLength = side * 3;
        float[] squeezed = ArrayPool<float>.Shared.Rent(height * rowLength);
        for (int y = rows.First[0]; y < rows.First[side - 1] + rows.Count; y++)
            for (int x = 0; x < side; x++)
            {
                int column = mirror ? side - 1 - x : x, at = (y * width + columns.First[column]) * 3;
                float red = 0, green = 0, blue = 0;
                foreach (float share in columns.Shares(column))
                {
                    red += share * rgb[at];
                    green += share * rgb[at + 1];
                    blue += share * rgb[at + 2];
                    at += 3;
                }

                int to = y * rowLength + x * 3;
                (squeezed[to], squeezed[to + 1], squeezed[to + 2]) = (red, green, blue);
            }

        Span<float> line = stackalloc float[rowLength];
        for (int y = 0; y < side; y++)
        {
            line.Clear();
            int from = rows.First[y] * rowLength;
            foreach (float share in rows.Shares(y))
            {
                ReadOnlySpan<float> row = squeezed.AsSpan(from, rowLength);
                for (int i = 0; i < line.Length; i++)
                    line[i] += share / 255 * row[i];
                from += rowLength;
            }

            for (int x = 0; x < side; x++)
                for (int channel = 0; channel < 3; channel++)
                    planes_3SS[(channel * side + y) * side + x] = line[x * 3 + channel];
        }

        ArrayPool<float>.Shared.Return(squeezed);
    }

    /// <summary>Which source pixels each of a line's target pixels covers, and how much of each; the same count for all, so some shares are 0.</summary>
    private readonly struct Taps
    {
        private readonly float[] _shares;

        public Taps(double start, double length, int limit, int targets)
        {
            double step = length / targets;
            Count = Math.Min(limit, (int)Math.Ceiling(step) + 1);
            First = new int[targets];
            _shares = new float[targets * Count];
            for (int i = 0; i < targets; i++)
            {
                double from = start + i * step, to = Math.Min(from + step, limit);
                First[i] = Math.Clamp((int)from, 0, limit - Count);
                for (int k = 0; k < Count; k++)
                    _shares[i * Count + k] = (float)(Math.Max(0, Math.Min(to, First[i] + k + 1) - Math.Max(from, First[i] + k)) / (to - from));
            }
        }

        public int Count { get; }

        public int[] First { get; }

        public ReadOnlySpan<float> Shares(int target) => _shares.AsSpan(target * Count, Count);
    }
}
