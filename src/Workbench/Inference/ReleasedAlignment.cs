namespace Workbench.Inference;

/// <summary>
/// The released MiningYouTube decoder, reproduced from its behaviour. It starts with the first block scored, then
/// begins again at frame 0 and treats what it decodes as one block late; the first block of labels is cut off at the end.
/// </summary>
/// <remarks>
/// Where the original depends on the order of a Python dictionary (equal scores: the later one wins), the longer
/// hypothesis wins here; among equal scores at the pruning limit, the shorter one is dropped first. Scores above 0 are
/// lowered by twice their maximum beforehand, as there.
/// </remarks>
internal static class ReleasedAlignment
{
    private sealed record Node(int Step, Node? Before);

    private readonly record struct Hypothesis(int Step, int Length, double Score, Node Trace);

    public static AlignmentResult Align(double[,] score_TC, IReadOnlyList<int> transcript, AlignmentOptions options)
    {
        int frames = score_TC.GetLength(0), block = options.FrameSampling;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(block);
        if (frames < block)
            throw new ArgumentException($"{frames} frames are fewer than one block of {block}.", nameof(score_TC));
        var sum_TC = Accumulate(score_TC);
        var lengths = transcript.Distinct().ToDictionary(label => label, label => new PoissonLength(options.MeanFrames(label), options.MaxLength - 1));
        double Block(int t, int label) => t >= block ? sum_TC[t, label] - sum_TC[t - block, label] : sum_TC[t, label];
        double Length(int length, int step) => options.LengthModel ? lengths[transcript[step]][length] : 0;

        List<Hypothesis> alive = [new(0, block, Block(block - 1, transcript[0]), new(0, null))];
        for (int t = 0; t < frames; t += block)
        {
            var next = new List<Hypothesis>();
            var advanced = new Dictionary<int, Hypothesis>();
            foreach (var old in alive)
            {
                double score = old.Score + Block(t, transcript[old.Step]);
                next.Add(new(old.Step, old.Length + block, score, new(old.Step, old.Trace)));
                int step = old.Step + 1;
                if (step == transcript.Count)
                    continue;
                score += Length(old.Length, old.Step);
                if (!advanced.TryGetValue(step, out var rival) || rival.Score <= score)
                    advanced[step] = new(step, block, score, new(step, old.Trace));
            }

            next.AddRange(advanced.Values);
            alive = [.. next.OrderBy(item => item.Step).ThenBy(item => item.Length)];
            if (alive.Count > options.MaxHypotheses)
                alive = [.. alive.OrderByDescending(item => item.Score).ThenByDescending(item => item.Step).ThenByDescending(item => item.Length)
                    .Take(options.MaxHypotheses).OrderBy(item => item.Step).ThenBy(item => item.Length)];
        }

        Hypothesis? best = null;
        double most = double.NegativeInfinity;
        foreach (var item in alive.Where(item => item.Step == transcript.Count - 1))
        {
            double score = item.Score + Length(item.Length, item.Step);
            if (score >= most)
                (best, most) = (item, score);
        }

        if (best is null)
            throw new ArgumentException($"{frames} frames in blocks of {block} cannot hold {transcript.Count} steps.", nameof(score_TC));
        return AlignmentResult.Of(Trace(best.Value.Trace, frames, block), transcript, most);
    }

    private static int[] Trace(Node? node, int frames, int block)
    {
        var blocks = new List<int>();
        for (; node is not null; node = node.Before)
            blocks.Add(node.Step);
        blocks.Reverse();
        var step_T = new int[frames]; // the first block of labels is dropped
        for (int t = 0; t < frames; t++)
            step_T[t] = blocks[1 + t / block];
        return step_T;
    }

    private static double[,] Accumulate(double[,] score_TC)
    {
        int frames = score_TC.GetLength(0), classes = score_TC.GetLength(1);
        double top = score_TC.Cast<double>().Max(), shift = top > 0 ? 2 * top : 0;
        var sum_TC = new double[frames, classes];
        for (int t = 0; t < frames; t++)
            for (int c = 0; c < classes; c++)
                sum_TC[t, c] = (t > 0 ? sum_TC[t - 1, c] : 0) + score_TC[t, c] - shift;
        return sum_TC;
    }
}
