using System.Numerics;
using Workbench.Data;
using Workbench.Metrics;

namespace Workbench.Experiments.Floors;

/// <summary>Fixed moments out of a distribution of moments. All are relative to the video's length, from 0 to 1.</summary>
public static class MomentPrior
{
    /// <summary>A query's moment relative to its video.</summary>
    public static Segment Relative(MomentQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(query.Segment.Start / query.Duration, query.Segment.End / query.Duration);
    }

    /// <summary>
    /// The most frequent moments, best first, at most <paramref name="count"/>. Each training moment counts for the grid moment with the nearest borders; it keeps a
    /// length of at least one cell. Of two that overlap by more than the threshold only the more frequent one stays; equal counts: the earlier start, then the earlier end.
    /// </summary>
    public static IReadOnlyList<Segment> Frequent(IEnumerable<Segment> training, int cells, int count, double nmsThreshold)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cells);
        var counts = new SortedDictionary<(int Start, int End), int>();
        foreach (Segment moment in training)
        {
            int start = Math.Clamp((int)Math.Floor(moment.Start * cells + 0.5), 0, cells - 1), end = Math.Clamp((int)Math.Floor(moment.End * cells + 0.5), start + 1, cells);
            counts[(start, end)] = counts.GetValueOrDefault((start, end)) + 1;
        }

        return SegmentNms.Apply([.. counts.Select(pair => new SegmentCandidate(new((double)pair.Key.Start / cells, (double)pair.Key.End / cells), pair.Value))], nmsThreshold, count);
    }

    /// <summary>
    /// Moments chosen one after the other so that each adds most hits: training moments that overlap it by more than <paramref name="overlap"/> and none chosen before. The
    /// first is the best single answer of the grid; the following make a list that is within 1 − 1/e of the best one of its length. Equal gains: the earlier start, then the
    /// earlier end. Fewer than <paramref name="count"/> where the rest would add nothing.
    /// </summary>
    /// <param name="strict">True: an overlap must exceed the bound; false: reaching it is enough.</param>
    public static IReadOnlyList<Segment> BestFixed(IReadOnlyList<Segment> training, int cells, int count, double overlap, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cells);
        Segment[] grid = [.. from start in Enumerable.Range(0, cells) from end in Enumerable.Range(start + 1, cells - start) select new Segment((double)start / cells, (double)end / cells)];
        ulong[][] hits = Array.ConvertAll(grid, candidate => Bits(training, moment => strict ? candidate.IoU(moment) > overlap : candidate.IoU(moment) >= overlap));
        ulong[] free = Bits(training, _ => true);
        var chosen = new List<Segment>();
        while (chosen.Count < count)
        {
            int[] gains = Array.ConvertAll(hits, bits => bits.Zip(free, (hit, open) => BitOperations.PopCount(hit & open)).Sum());
            int best = Array.IndexOf(gains, gains.Max());
            if (gains[best] == 0)
                break;
            chosen.Add(grid[best]);
            for (int i = 0; i < free.Length; i++)
                free[i] &= ~hits[best][i];
        }

        return chosen;
    }

    private static ulong[] Bits(IReadOnlyList<Segment> moments, Func<Segment, bool> set)
    {
        ulong[] bits = new ulong[(moments.Count + 63) / 64];
        for (int i = 0; i < moments.Count; i++)
            if (set(moments[i]))
                bits[i / 64] |= 1UL << (i % 64);
        return bits;
    }
}
