namespace Workbench.Metrics;

/// <summary>
/// Collects scored detections and their overlaps with ground truths, group by group (a frame, or a video), and gives the
/// mean average precision by any <see cref="ApOptions"/>. Boxes, masks and tubes all enter it as overlaps.
/// </summary>
/// <remarks>
/// Equal scores keep the order of adding. A class without ground truth has no precision and is left out; a class
/// without detections scores 0 (unless <see cref="ApOptions.PredictedClassesOnly"/>). An overlap of 0 never matches.
/// </remarks>
public sealed class DetectionAp
{
    // Shapes: D detections, G ground truths of one class in one group.
    private sealed record Entry(double[] Score_D, double[,] Overlap_DG);

    private readonly Dictionary<string, List<Entry>> _byLabel = new(StringComparer.Ordinal);

    /// <summary>Adds one class of one group. Call it once for each class and group; either side may be empty.</summary>
    /// <param name="label">The class.</param>
    /// <param name="group">Frame or video, for messages only.</param>
    /// <param name="scores">Confidence of each detection, D.</param>
    /// <param name="overlaps">Overlap of each detection with each ground truth of the same class and group, D × G, in [0, 1].</param>
    /// <exception cref="ArgumentException">A score is NaN, an overlap leaves [0, 1], or the shapes differ.</exception>
    public void Add(string label, string group, IReadOnlyList<double> scores, double[,] overlaps)
    {
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(overlaps);
        if (overlaps.GetLength(0) != scores.Count)
            throw new ArgumentException($"{group}, {label}: {scores.Count} scores but overlaps of {overlaps.GetLength(0)} detections.", nameof(overlaps));
        for (int d = 0; d < scores.Count; d++)
        {
            Require.Number(scores[d], $"{group}, {label}: score of detection {d}");
            for (int g = 0; g < overlaps.GetLength(1); g++)
                Require.Overlap(overlaps[d, g], $"{group}, {label}: overlap of detection {d} with ground truth {g}");
        }

        if (!_byLabel.TryGetValue(label, out var entries))
            _byLabel.Add(label, entries = []);
        entries.Add(new([.. scores], (double[,])overlaps.Clone()));
    }

    /// <summary>The mean over classes, and each class.</summary>
    public ApResult Result(ApOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var perClass = new SortedDictionary<string, double>(StringComparer.Ordinal);
        int truths = 0, detections = 0;
        foreach (var (label, entries) in _byLabel)
        {
            int positives = entries.Sum(entry => entry.Overlap_DG.GetLength(1));
            var ranked = Rank(entries, options);
            if (positives == 0 || (options.PredictedClassesOnly && entries.All(entry => entry.Score_D.Length == 0)))
                continue;
            truths += positives;
            detections += ranked.Count;
            perClass.Add(label, AveragePrecision.Of(ranked, positives, options.Rule));
        }

        return new(perClass.Count > 0 ? perClass.Values.Average() : double.NaN, perClass, truths, detections);
    }

    private static List<bool> Rank(List<Entry> entries, ApOptions options)
    {
        var order = new List<(double Score, int Entry, int Detection)>();
        for (int e = 0; e < entries.Count; e++)
        {
            if (options.KnownGroupsOnly && entries[e].Overlap_DG.GetLength(1) == 0)
                continue;
            var scores = entries[e].Score_D;
            foreach (int d in Enumerable.Range(0, scores.Length).OrderByDescending(d => scores[d]).Take(options.TopPerGroup))
                order.Add((scores[d], e, d));
        }

        var taken = entries.ConvertAll(entry => new bool[entry.Overlap_DG.GetLength(1)]);
        var ranked = new List<bool>(order.Count);
        foreach (var (_, e, d) in order.OrderByDescending(item => item.Score).ThenBy(item => item.Entry).ThenBy(item => item.Detection))
            ranked.Add(Match(entries[e].Overlap_DG, d, taken[e], options));
        return ranked;
    }

    private static bool Match(double[,] overlap_DG, int d, bool[] taken, ApOptions options)
    {
        int best = -1;
        for (int g = 0; g < taken.Length; g++)
            if (!(taken[g] && options.Matching == ApMatching.BestRemaining) && overlap_DG[d, g] > (best < 0 ? 0 : overlap_DG[d, best]))
                best = g;
        if (best < 0 || taken[best])
            return false;
        bool enough = options.Strict ? overlap_DG[d, best] > options.Threshold : overlap_DG[d, best] >= options.Threshold;
        taken[best] |= enough;
        return enough;
    }
}
