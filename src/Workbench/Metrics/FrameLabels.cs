using Workbench.Data;

namespace Workbench.Metrics;

/// <summary>Between spans of time and one label a frame. Label numbers are the caller's.</summary>
public static class FrameLabels
{
    /// <summary>
    /// One label a frame: frame i stands for the time (i + 0.5) / <paramref name="fps"/> and takes the label of the last
    /// listed span [start, end) around it, else <paramref name="background"/>.
    /// </summary>
    public static int[] FromSegments(IEnumerable<(Segment Segment, int Label)> segments, int frames, double fps, int background)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentOutOfRangeException.ThrowIfNegative(frames);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fps);
        var labels = new int[frames];
        Array.Fill(labels, background);
        foreach (var (segment, label) in segments)
        {
            Require.Finite(segment.Start, $"Start of a segment with label {label}");
            Require.Finite(segment.End, $"End of a segment with label {label}");
            int first = (int)Math.Clamp(Math.Ceiling(segment.Start * fps - 0.5), 0, frames);
            int end = (int)Math.Clamp(Math.Ceiling(segment.End * fps - 0.5), 0, frames);
            for (int i = first; i < end; i++)
                labels[i] = label;
        }

        return labels;
    }

    /// <summary>The maximal runs of equal labels, in order: frames <c>Start</c> to <c>End</c>, end left out.</summary>
    public static IReadOnlyList<(int Label, int Start, int End)> Runs(ReadOnlySpan<int> labels)
    {
        var runs = new List<(int Label, int Start, int End)>();
        for (int i = 0, start = 0; i < labels.Length; i++)
            if (i + 1 == labels.Length || labels[i + 1] != labels[i])
            {
                runs.Add((labels[i], start, i + 1));
                start = i + 1;
            }

        return runs;
    }
}
