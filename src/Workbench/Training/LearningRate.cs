namespace Workbench.Training;

/// <summary>Linear warm-up, then half a cosine to 0, stepped every iteration (released code utils.py 26-38).</summary>
public static class LearningRate
{
    /// <param name="step">0 for the first step.</param>
    /// <param name="warmup">Steps of the warm-up.</param>
    /// <param name="total">All steps.</param>
    /// <returns>A factor from 0 to 1 for the base rate.</returns>
    public static double Factor(int step, int warmup, int total)
    {
        if (step < warmup)
            return (double)step / Math.Max(1, warmup);
        double progress = (double)(step - warmup) / Math.Max(1, total - warmup);
        return Math.Max(0, 0.5 * (1 + Math.Cos(Math.PI * progress)));
    }
}
