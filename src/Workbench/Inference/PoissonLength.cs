namespace Workbench.Inference;

/// <summary>
/// How likely a step lasts l frames: log p(l) = l ln μ − μ − ln l!, less its value at l = μ, so that p(μ) counts 0.
/// MiningYouTube, released code (length_model.py).
/// </summary>
/// <remarks>For a μ that is no integer the released code normalises at round(μ) with the factorial of floor(μ); a constant, so it moves no boundary.</remarks>
public sealed class PoissonLength
{
    private readonly double[] _score;

    /// <param name="mean">μ in frames, at least 1. MiningYouTube: 150 at 30 fps, that is 5 s, for every class.</param>
    /// <param name="longest">Longest length with a score, in frames; longer ones are impossible.</param>
    public PoissonLength(double mean, int longest)
    {
        if (!(mean >= 1 && double.IsFinite(mean)))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "The mean length must be at least one frame.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(longest);
        Mean = mean;
        double peak = Math.Round(mean), norm = peak * Math.Log(peak) - peak;
        for (int k = 2; k <= (int)mean; k++)
            norm -= Math.Log(k);
        _score = new double[longest + 1];
        _score[0] = double.NegativeInfinity;
        double factorial = 0;
        for (int l = 1; l <= longest; l++)
        {
            factorial += Math.Log(l);
            _score[l] = l * Math.Log(mean) - mean - factorial - norm;
        }
    }

    public double Mean { get; }

    /// <summary>The log score of a length in frames: −∞ for 0 and beyond the longest.</summary>
    public double this[int length] => length >= 0 && length < _score.Length ? _score[length] : double.NegativeInfinity;

    /// <summary>Scores of the lengths 0 to the longest.</summary>
    internal ReadOnlySpan<double> Scores => _score;
}
