namespace Workbench.Training.Moments;

/// <summary>
/// PyTorch's ReduceLROnPlateau as a function of all values so far, so that a run that goes on from a checkpoint needs no state but them. Threshold 1e-4, relative; no
/// cooldown; changes below 1e-8 are not made.
/// </summary>
public static class PlateauSchedule
{
    private const double Threshold = 1e-4, LeastChange = 1e-8;

    /// <summary>The learning rate after these values.</summary>
    /// <param name="rate">The rate at first.</param>
    /// <param name="losses">The loss of each epoch so far.</param>
    /// <param name="rule">As meant or as coded.</param>
    /// <param name="factor">What the rate is multiplied by.</param>
    /// <param name="patience">Epochs without improvement that are let pass.</param>
    public static double Rate(double rate, IEnumerable<double> losses, PlateauRule rule, double factor, int patience)
    {
        ArgumentNullException.ThrowIfNull(losses);
        if (rule == PlateauRule.Never)
            return rate;
        double best = double.PositiveInfinity;
        int bad = 0;
        foreach (double loss in losses)
        {
            double value = rule == PlateauRule.AsCoded ? -loss : loss;
            // PyTorch's "rel" rule, which with negative values asks for less than it seems to.
            if (value < best * (1 - Threshold))
                (best, bad) = (value, 0);
            else if (++bad > patience)
            {
                double next = rate * factor;
                rate = rate - next > LeastChange ? next : rate;
                bad = 0;
            }
        }

        return rate;
    }
}
