namespace Workbench.Data;

/// <summary>Which frames of a video are decoded and at what size.</summary>
public sealed record FrameOptions
{
    /// <summary>Frames a second.</summary>
    public double Fps { get; init; } = 1;

    public int Width { get; init; } = 224;
    public int Height { get; init; } = 224;
    public FrameCrop Crop { get; init; } = FrameCrop.Squash;

    /// <summary>Where a window or square lies: (0, 0) top left, (1, 1) bottom right. A random crop draws it outside.</summary>
    public Point Position { get; init; } = new(0.5, 0.5);

    /// <summary>Mirror left and right.</summary>
    public bool Flip { get; init; }

    /// <summary>First second to decode; seeking is exact.</summary>
    public double Start { get; init; }

    /// <summary>Seconds to decode; null to the end.</summary>
    public double? Duration { get; init; }

    /// <summary>ffmpeg is stopped when it sends nothing for this long.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(60);

    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    internal void Check()
    {
        if (!(Fps > 0) || !double.IsFinite(Fps))
            throw new ArgumentException($"Frames a second must be a positive number; {Fps} was given.");
        if (Width < 1 || Height < 1)
            throw new ArgumentException($"Frames must have a size; {Width}×{Height} was given.");
        if (!(Start >= 0) || Duration is <= 0 || !double.IsFinite(Start))
            throw new ArgumentException($"Start must be 0 or more and duration above 0; {Start} and {Duration} were given.");
        if (Position.X is not (>= 0 and <= 1) || Position.Y is not (>= 0 and <= 1))
            throw new ArgumentException($"The crop's position must lie in 0 to 1; {Position} was given.");
    }
}
