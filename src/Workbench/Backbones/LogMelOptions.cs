namespace Workbench.Backbones;

/// <summary>How sound becomes a log-mel spectrogram. The defaults are AVLnet's, which the audio branch takes over.</summary>
/// <remarks>Source: roudimit/AVLnet, audio_to_spectrograms.py 18-73 (librosa's defaults where it names none).</remarks>
public sealed record LogMelOptions
{
    /// <summary>Samples a second.</summary>
    public int SampleRate { get; init; } = 16_000;

    /// <summary>Gain before everything else, in decibels (sox gain -4).</summary>
    public double Gain { get; init; } = -4;

    /// <summary>Share of the sample before that is taken off each.</summary>
    public double PreEmphasis { get; init; } = 0.97;

    /// <summary>Samples of a window (25 ms) and of the transform.</summary>
    public int Window { get; init; } = 400;

    /// <summary>Samples between windows (10 ms).</summary>
    public int Hop { get; init; } = 160;

    /// <summary>Mel bands.</summary>
    public int Bands { get; init; } = 40;

    /// <summary>Lowest frequency, in hertz.</summary>
    public double Lowest { get; init; } = 20;

    /// <summary>Highest frequency, in hertz.</summary>
    public double Highest { get; init; } = 8_000;

    /// <summary>Power below this counts as this.</summary>
    public double LeastPower { get; init; } = 1e-10;

    /// <summary>Decibels below the loudest at which the spectrogram is cut off.</summary>
    public double Range { get; init; } = 80;

    /// <summary>Frames to pad with 0 or cut to (AVLnet 1,024, What-When-Where 1,000); null keeps as many as there are.</summary>
    public int? Frames { get; init; }

    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void Check()
    {
        if (SampleRate < 1 || Window < 2 || Hop < 1 || Bands < 1 || Frames < 1)
            throw new ArgumentException($"Positive sizes are expected; got {SampleRate} samples a second, a window of {Window}, a hop of {Hop}, {Bands} bands and {Frames} frames.");
        if (!(Lowest >= 0) || !(Highest > Lowest) || Highest > SampleRate / 2.0)
            throw new ArgumentException($"Frequencies rise from at least 0 to at most half the sample rate; got {Lowest} to {Highest} Hz.");
        if (!(LeastPower > 0) || !(Range > 0))
            throw new ArgumentException($"A positive least power and range are expected; got {LeastPower} and {Range}.");
    }
}
