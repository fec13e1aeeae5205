namespace Workbench.Data;

/// <summary>The inverse of the standard normal distribution function.</summary>
internal static class NormalQuantile
{
    /// <summary>The z below which a standard normal variable lies with the given probability; good to 1e-12 between 1e-6 and 1 − 1e-6.</summary>
    /// <remarks>Halving the interval in which the distribution function passes the probability; the function is its series about 0 (Abramowitz and Stegun 26.2.11).</remarks>
    public static double Of(double probability)
    {
        if (!(probability is > 1e-6 and < 1 - 1e-6))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability between 0.000001 and 0.999999 was expected.");
        double low = -6, high = 6;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Distribution(middle) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    // ½ + φ(z) · (z + z³/3 + z⁵/(3·5) + …)
    private static double Distribution(double z)
    {
        double term = z, sum = z;
        for (int k = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); k += 2)
            sum += term *= z * z / k;
        return 0.5 + sum * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
    }
}
