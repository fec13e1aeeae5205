namespace Workbench;

/// <summary>The middle value.</summary>
public static class Median
{
    /// <summary>The middle of the sorted values, the mean of the two in the middle where their number is even.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
            throw new ArgumentException("At least one value was expected, there is none.", nameof(values));
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
