namespace Workbench.Metrics;

/// <summary>Average precision of one ranked list.</summary>
public static class AveragePrecision
{
    /// <param name="ranked">Best-scored first: true where the detection is right.</param>
    /// <param name="positives">Number of ground truths, found or not; at least the number of right detections.</param>
    /// <param name="rule">How the curve becomes a number.</param>
    /// <returns>In [0, 1] (at most 10/11 by <see cref="ApRule.Vhico11"/>); 0 for an empty list.</returns>
    /// <exception cref="ArgumentException">There are no ground truths, or fewer than right detections.</exception>
    public static double Of(IReadOnlyList<bool> ranked, int positives, ApRule rule)
    {
        ArgumentNullException.ThrowIfNull(ranked);
        int right = ranked.Count(hit => hit);
        if (positives <= 0 || right > positives)
            throw new ArgumentException($"{right} right detections of {positives} ground truths: average precision needs at least one ground truth, and one for each right detection.", nameof(positives));
        var precision = new double[ranked.Count];
        var recall = new double[ranked.Count];
        for (int i = 0, hits = 0; i < ranked.Count; i++)
        {
            hits += ranked[i] ? 1 : 0;
            (precision[i], recall[i]) = ((double)hits / (i + 1), (double)hits / positives);
        }

        return rule switch
        {
            ApRule.Envelope => Envelope(precision, recall),
            ApRule.Trapezoid => Trapezoid(precision, recall),
            ApRule.Vhico11 => Vhico11(precision, ranked, positives),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
        };
    }

    private static double Envelope(double[] precision, double[] recall)
    {
        double area = 0, best = 0;
        for (int i = precision.Length - 1; i >= 0; i--)
        {
            best = Math.Max(best, precision[i]);
            area += best * (recall[i] - (i > 0 ? recall[i - 1] : 0));
        }

        return area;
    }

    private static double Trapezoid(double[] precision, double[] recall)
    {
        double area = 0, lastPrecision = 1, lastRecall = 0;
        for (int i = 0; i < precision.Length; i++)
        {
            area += (recall[i] - lastRecall) * (precision[i] + lastPrecision) / 2;
            (lastPrecision, lastRecall) = (precision[i], recall[i]);
        }

        return area;
    }

    // The released code compares floats (a recall of 3/10 misses its level 0.30000000000000004); here the levels are exact.
    private static double Vhico11(double[] precision, IReadOnlyList<bool> ranked, int positives)
    {
        double sum = 0;
        for (int level = 0; level < 10; level++)
        {
            double best = 0;
            for (int i = 0, hits = 0; i < precision.Length; i++)
            {
                hits += ranked[i] ? 1 : 0;
                if (10L * hits >= (long)level * positives) // recall ≥ level / 10 without rounding
                    best = Math.Max(best, precision[i]);
            }

            sum += best;
        }

        return sum / 11;
    }
}
