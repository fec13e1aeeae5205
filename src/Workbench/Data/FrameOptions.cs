namespace Workbench.Data;

/// <summary>Which frames of a video are read, and in which form.</summary>
public sealed record FrameOptions
{
    /// <summary>
    /// Frames a second. ffmpeg's fps filter gives, as frame k, the last picture before start + (k + ½) / fps: at 1 fps the
    /// middle of each second. That is what the released loaders do.
    /// </summary>
    public double Fps { get; init; } = 1;

    /// <summary>Pixels across.</summary>
    public int Width { get; init; } = 224;

    /// <summary>Pixels down.</summary>
    public int Height { get; init; } = 224;

    /// <summary>Which part of the picture. Default: all of it, stretched, as the released evaluators do.</summary>
    public Crop Crop { get; init; } = Crop.Squash;

    /// <summary>Mirror left and right.</summary>
    public bool Flip { get; init; }

    /// <summary>First second; exact, also between key frames.</summary>
    public double Start { get; init; }

    /// <summary>Seconds to read; null reads to the end.</summary>
    public double? Duration { get; init; }

    /// <summary>
    /// False (default): whatever ffmpeg reports as an error while decoding is one, at the latest after the last frame. True:
    /// what can be decoded of a damaged file is taken; no frame at all is an error still.
    /// </summary>
    public bool AcceptDamage { get; init; }

    /// <summary>ffmpeg is given up when it brings nothing for this long.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    internal void Check()
    {
        if (!(Fps > 0) || !double.IsFinite(Fps))
            throw new ArgumentException($"A positive number of frames a second is expected; {Fps:R} was given.");
        if (Width <= 0 || Height <= 0)
            throw new ArgumentException($"A positive size is expected; {Width}×{Height} was given.");
        if (!(Start >= 0) || !double.IsFinite(Start))
            throw new ArgumentException($"A start of at least 0 s is expected; {Start:R} was given.");
        if (Duration is { } duration && (!(duration > 0) || !double.IsFinite(duration)))
            throw new ArgumentException($"A positive number of seconds is expected; {duration:R} was given.");
        if (!(Crop.X is >= 0 and <= 1) || !(Crop.Y is >= 0 and <= 1))
            throw new ArgumentException($"A crop's place lies between 0 and 1; ({Crop.X:R}, {Crop.Y:R}) was given.");
        if (Patience <= TimeSpan.Zero)
            throw new ArgumentException($"A positive patience is expected; {Patience} was given.");
    }
}
