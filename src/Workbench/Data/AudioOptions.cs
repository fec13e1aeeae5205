namespace Workbench.Data;

/// <summary>Which part of a file's sound is read.</summary>
public sealed record AudioOptions
{
    /// <summary>Samples a second; 16 kHz is what the audio branch takes.</summary>
    public int SampleRate { get; init; } = 16000;

    /// <summary>First second.</summary>
    public double Start { get; init; }

    /// <summary>Seconds to read; null reads to the end.</summary>
    public double? Duration { get; init; }

    /// <summary>False (default): whatever ffmpeg reports as an error while decoding is one. True: what can be decoded is taken.</summary>
    public bool AcceptDamage { get; init; }

    /// <summary>ffmpeg is given up when it brings nothing for this long.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}
