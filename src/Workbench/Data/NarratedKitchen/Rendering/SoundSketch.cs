namespace Workbench.Data.NarratedKitchen.Rendering;

/// <summary>A stretch of sound put together from what kitchens sound of: ringing, bursts of filtered noise, and noise that goes on.</summary>
/// <param name="seconds">Its length.</param>
/// <param name="random">Draws the noise.</param>
internal sealed class SoundSketch(double seconds, StableRandom random)
{
    public const int Rate = SpeechSynthesizer.Rate;

    /// <summary>Samples between two looks at a filter's frequency (2 ms).</summary>
    private const int Turn = 32;

    private readonly double[] _samples = new double[(int)(seconds * Rate)];

    public double Seconds { get; } = seconds;

    public StableRandom Random => random;

    /// <summary>The samples so far.</summary>
    public ReadOnlySpan<double> Samples => _samples;

    /// <summary>A tone that is struck and dies away.</summary>
    /// <param name="at">Its second; may lie before the start.</param>
    /// <param name="hertz">Its pitch.</param>
    /// <param name="decay">Seconds until a third is left.</param>
    /// <param name="level">Its first amplitude.</param>
    /// <param name="glide">The pitch after one decay, as a factor.</param>
    public void Ring(double at, double hertz, double decay, double level, double glide = 1)
    {
        int first = (int)(at * Rate), length = (int)(5 * decay * Rate);
        double phase = 0;
        for (int i = 0; i < length; i++)
        {
            double passed = i / (decay * Rate);
            phase += 2 * Math.PI * hertz * Math.Pow(glide, passed) / Rate;
            Add(first + i, level * Math.Min(1, i / 16.0) * Math.Exp(-passed) * Math.Sin(phase));
        }
    }

    /// <summary>Band-passed noise that swells and dies away, its band on the way from one frequency to another.</summary>
    /// <param name="at">Its first second; may lie before the start.</param>
    /// <param name="length">In seconds.</param>
    /// <param name="from">Middle of the band at first, in hertz.</param>
    /// <param name="to">Middle of the band at last.</param>
    /// <param name="quality">Middle over width of the band.</param>
    /// <param name="level">Amplitude of the noise at its loudest.</param>
    public void Burst(double at, double length, double from, double to, double quality, double level)
    {
        int first = (int)(at * Rate), count = Math.Max(1, (int)(length * Rate));
        var filter = new NoiseFilter(quality, low: false);
        for (int i = 0; i < count; i++)
        {
            double share = (i + 0.5) / count;
            if (i % Turn == 0)
                filter.Tune(from * Math.Pow(to / from, share), Rate);
            Add(first + i, level * Math.Sin(Math.PI * share) * filter.Next(Noise()));
        }
    }

    /// <summary>Noise from the first to the last sample.</summary>
    /// <param name="at">At a second: the filter's frequency in hertz, and the amplitude.</param>
    /// <param name="quality">Middle over width of the band.</param>
    /// <param name="low">True: all below the frequency, not a band about it.</param>
    public void Hiss(Func<double, (double Hertz, double Level)> at, double quality, bool low = false)
    {
        var filter = new NoiseFilter(quality, low);
        double level = 0;
        for (int i = 0; i < _samples.Length; i++)
        {
            if (i % Turn == 0)
            {
                (double hertz, level) = at(i / (double)Rate);
                filter.Tune(hertz, Rate);
            }

            _samples[i] += level * filter.Next(Noise());
        }
    }

    /// <summary>The seconds at which something happens that comes round so often a second, each early or late by up to a share of the round.</summary>
    /// <param name="perSecond">How often.</param>
    /// <param name="phase">Where in a round, 0 to 1.</param>
    /// <param name="loose">Largest deviation, as a share of a round.</param>
    public IEnumerable<double> Rounds(double perSecond, double phase, double loose = 0.03)
    {
        for (int round = 0; (round + phase) / perSecond < Seconds; round++)
            yield return (round + phase + random.Range(-loose, loose)) / perSecond;
    }

    /// <summary>Seconds without any order, so many in each on average.</summary>
    public IEnumerable<double> Strewn(double perSecond)
    {
        for (double at = 0; (at -= Math.Log(1 - random.NextDouble()) / perSecond) < Seconds;)
            yield return at;
    }

    private double Noise() => 2 * random.NextDouble() - 1;

    private void Add(int at, double value)
    {
        if (at >= 0 && at < _samples.Length)
            _samples[at] += value;
    }
}
