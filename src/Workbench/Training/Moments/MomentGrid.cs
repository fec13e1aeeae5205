namespace Workbench.Training.Moments;

/// <summary>A moment on a grid of clips. Times are relative to the length of what is shown.</summary>
public static class MomentGrid
{
    /// <summary>
    /// 1 from the clip of the start to that of the end, both included (LGI's timestamp_to_featstamp; "t in [ts, te]" of Sscs). Clips behind the video stay 0, where the released
    /// code can reach one of them.
    /// </summary>
    /// <param name="inside">T values.</param>
    /// <param name="start">From 0 to 1.</param>
    /// <param name="end">From 0 to 1.</param>
    /// <param name="count">Clips that are the video's.</param>
    public static void Inside(Span<float> inside, double start, double end, int count)
    {
        inside.Clear();
        int first = Math.Clamp((int)Math.Round(start * count, MidpointRounding.ToEven), 0, count - 1), last = Math.Max((int)Math.Round(end * count, MidpointRounding.ToEven), first + 1);
        inside[first..Math.Min(last + 1, count)].Fill(1);
    }

    /// <summary>IoU of each cell [s, e + 1]/N with the moment, row = first clip; over the hull, as the released code has it. Cells that end before they start: 0.</summary>
    public static void Overlap(Span<float> overlap, int clips, double start, double end)
    {
        overlap.Clear();
        for (int s = 0; s < clips; s++)
            for (int e = s; e < clips; e++)
            {
                double from = (double)s / clips, to = (double)(e + 1) / clips;
                overlap[(s * clips) + e] = (float)(Math.Max(0, Math.Min(to, end) - Math.Max(from, start)) / (Math.Max(to, end) - Math.Min(from, start)));
            }
    }
}
