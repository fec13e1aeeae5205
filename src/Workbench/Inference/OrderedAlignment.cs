namespace Workbench.Inference;

/// <summary>
/// Aligns a video with the known order of its actions: every step of the transcript gets a stretch of at least one frame,
/// in order, so that the frames' scores and the stretches' length scores add up to the most.
/// MiningYouTube (Kuehne et al. 2019); What-When-Where section 8.3 (iii).
/// </summary>
/// <remarks>
/// Exact in O(S·T·log T): the length score is concave, so the best start of a step never moves back as its end moves
/// forward, and a divide-and-conquer over ends needs to look only between its neighbours' answers.
/// Ties go to the earlier start of the later step.
/// </remarks>
public static class OrderedAlignment
{
    // Shapes: T frames, C classes, S steps of the transcript.

    /// <param name="score_TC">Log-probability (or any additive score) of each class in each frame.</param>
    /// <param name="transcript">The classes in their order, background included where it is a step of its own.</param>
    /// <param name="options">Decoder and length model.</param>
    /// <exception cref="ArgumentException">A score is not finite, the transcript is empty or names no column, or there are fewer frames than steps (for the released decoder: than one block).</exception>
    public static AlignmentResult Align(double[,] score_TC, IReadOnlyList<int> transcript, AlignmentOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(score_TC);
        ArgumentNullException.ThrowIfNull(transcript);
        options ??= new();
        int frames = score_TC.GetLength(0), classes = score_TC.GetLength(1);
        if (transcript.Count == 0)
            throw new ArgumentException("The transcript is empty.", nameof(transcript));
        for (int s = 0; s < transcript.Count; s++)
            if (transcript[s] < 0 || transcript[s] >= classes)
                throw new ArgumentException($"Step {s} of the transcript is class {transcript[s]}; the scores have {classes} classes.", nameof(transcript));
        for (int t = 0; t < frames; t++)
            for (int c = 0; c < classes; c++)
                if (!double.IsFinite(score_TC[t, c]))
                    throw new ArgumentException($"The score of frame {t}, class {c} is {score_TC[t, c]}; a finite number was expected (clamp the logarithm of 0).", nameof(score_TC));
        return options.Kind switch
        {
            Alignment.ExactDp => Exact(score_TC, transcript, options),
            Alignment.ReleasedCode => ReleasedAlignment.Align(score_TC, transcript, options),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Kind, "Unknown decoder."),
        };
    }

    private static AlignmentResult Exact(double[,] score_TC, IReadOnlyList<int> transcript, AlignmentOptions options)
    {
        int frames = score_TC.GetLength(0), steps = transcript.Count;
        if (frames < steps)
            throw new ArgumentException($"{frames} frames cannot hold {steps} steps of at least one frame each.", nameof(score_TC));
        var lengths = new Dictionary<double, double[]>(); // by mean: most classes share one
        double[] open = new double[frames + 1], now = new double[frames + 1], sum = new double[frames + 1];
        var start = new int[steps][];
        Array.Fill(now, double.NegativeInfinity);
        now[0] = 0;
        for (int s = 0; s < steps; s++)
        {
            int label = transcript[s];
            double mean = options.MeanFrames(label);
            if (!lengths.TryGetValue(mean, out var length))
                lengths.Add(mean, length = options.LengthModel ? new PoissonLength(mean, frames).Scores.ToArray() : new double[frames + 1]);
            for (int t = 0; t < frames; t++)
                sum[t + 1] = sum[t] + score_TC[t, label];
            // What a stretch that begins here has already: the best of all before, less the scores that its end will add again.
            for (int t = 0; t <= frames; t++)
                open[t] = now[t] - sum[t];
            Array.Fill(now, double.NegativeInfinity);
            start[s] = new int[frames + 1];
            // Ends that leave every earlier and later step a frame; the first step starts at 0.
            int first = s + 1, last = frames - (steps - 1 - s);
            Solve(open, length, sum, now, start[s], first, last, s, s == 0 ? 0 : last - 1);
        }

        var step_T = new int[frames];
        for (int s = steps - 1, end = frames; s >= 0; end = start[s][end], s--)
            Array.Fill(step_T, s, start[s][end], end - start[s][end]);
        return AlignmentResult.Of(step_T, transcript, now[frames]);
    }

    /// <summary>The best start of every end from <paramref name="low"/> to <paramref name="high"/>, known to lie between <paramref name="from"/> and <paramref name="to"/>.</summary>
    private static void Solve(double[] open, double[] length, double[] sum, double[] now, int[] start, int low, int high, int from, int to)
    {
        while (low <= high)
        {
            // A few ends are quicker in order, each from the answer of the one before.
            int end = high - low < 8 ? low : (low + high) / 2, best = -1, limit = Math.Min(to, end - 1);
            double most = double.NegativeInfinity;
            ReadOnlySpan<double> begins = open.AsSpan(from, Math.Max(0, limit - from + 1)), lengths = length.AsSpan(end - from - begins.Length + 1, begins.Length);
            for (int i = 0; i < begins.Length; i++)
            {
                double value = begins[i] + lengths[lengths.Length - 1 - i];
                if (value > most)
                    (most, best) = (value, from + i);
            }

            (now[end], start[end]) = (most + sum[end], best);
            if (end > low)
                Solve(open, length, sum, now, start, low, end - 1, from, best);
            (low, from) = (end + 1, best);
        }
    }
}
