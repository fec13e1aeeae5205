using Workbench.Models.Moments;

namespace Workbench.Training.Moments;

// Shapes: n rows of features, C clips, V feature width.

/// <summary>A video's features as the clips that a model takes.</summary>
public static class ClipSampler
{
    /// <summary>The clips, row-major (C, V), zeros behind the video, and how many are the video's.</summary>
    /// <param name="rows">(n, V), row-major.</param>
    /// <param name="width">V.</param>
    /// <param name="clips">C.</param>
    /// <param name="sampling">How.</param>
    /// <param name="random">For <see cref="VideoSampling.Strided"/> in training; null: from the first row on, as in evaluation.</param>
    /// <exception cref="ArgumentException">No rows, or not of that width.</exception>
    public static (float[] Values, int Count) Sample(ReadOnlySpan<float> rows, int width, int clips, VideoSampling sampling, Random? random = null)
    {
        if (width < 1 || rows.Length == 0 || rows.Length % width != 0)
            throw new ArgumentException($"At least one row of {width} features was expected, got {rows.Length} numbers.", nameof(rows));
        return sampling == VideoSampling.Average ? (Average(rows, width, clips), clips) : Strided(rows, width, clips, random);
    }

    private static float[] Average(ReadOnlySpan<float> rows, int width, int clips)
    {
        int count = rows.Length / width;
        var scale = new double[count];
        for (int i = 0; i < count; i++)
        {
            double square = 0;
            foreach (float value in rows.Slice(i * width, width))
                square += (double)value * value;
            scale[i] = 1 / Math.Max(Math.Sqrt(square), 1e-12);
        }

        var values = new float[clips * width];
        for (int clip = 0; clip < clips; clip++)
        {
            int first = Place(clip), end = Math.Max(first + 1, Place(clip + 1));
            for (int i = first; i < end; i++)
                for (int d = 0; d < width; d++)
                    values[(clip * width) + d] += (float)(rows[(i * width) + d] * scale[i] / (end - first));
        }

        return values;

        // In single precision, as the released code computes it.
        int Place(int clip) => Math.Min(count - 1, (int)MathF.Round((float)clip / clips * count, MidpointRounding.ToEven));
    }

    private static (float[] Values, int Count) Strided(ReadOnlySpan<float> rows, int width, int clips, Random? random)
    {
        int count = rows.Length / width;
        double stride = count <= clips ? 1 : (double)count / clips, last = stride - 0.5;
        int start = random is null ? 0 : random.Next(0, Math.Max(0, (int)(last == Math.Floor(last) ? last - 1 : last)) + 1), kept = Math.Min(count, clips);
        var values = new float[clips * width];
        for (int clip = 0; clip < kept; clip++)
        {
            int row = Math.Min(count - 1, (int)Math.Round(start + (clip * stride), MidpointRounding.ToEven));
            rows.Slice(row * width, width).CopyTo(values.AsSpan(clip * width));
        }

        return (values, kept);
    }
}
