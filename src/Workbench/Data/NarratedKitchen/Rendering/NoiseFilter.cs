namespace Workbench.Data.NarratedKitchen.Rendering;

/// <summary>A state-variable filter that may be re-tuned while it runs: a band with gain 1 at its middle, or all below a frequency.</summary>
/// <remarks>Source: Zavalishin 2012, The Art of VA Filter Design, chapter 4 (trapezoidal integrators).</remarks>
/// <param name="quality">Middle over width of the band; for the low pass its resonance.</param>
/// <param name="low">True: the low pass.</param>
internal sealed class NoiseFilter(double quality, bool low)
{
    private double _gain, _scale, _first, _second;

    /// <summary>Sets the frequency, at most 0.45 of the rate.</summary>
    public void Tune(double hertz, int rate)
    {
        _gain = Math.Tan(Math.PI * Math.Clamp(hertz, 10, 0.45 * rate) / rate);
        _scale = 1 / (1 + _gain * (_gain + 1 / quality));
    }

    public double Next(double input)
    {
        double band = _scale * (_first + _gain * (input - _second)), below = _second + _gain * band;
        _first = 2 * band - _first;
        _second = 2 * below - _second;
        return low ? below : band / quality;
    }
}
