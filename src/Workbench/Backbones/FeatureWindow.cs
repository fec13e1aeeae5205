namespace Workbench.Backbones;

/// <summary>Which frames a video backbone sees for a row of features; rows are at 1 a second.</summary>
/// <param name="Frames">T, frames of a clip.</param>
/// <param name="Fps">Frames a second within it.</param>
/// <param name="Placement">Where the clip of a second lies.</param>
/// <param name="Steps">Time steps that the backbone returns for a clip; more than one where each second is to take its own.</param>
public sealed record FeatureWindow(int Frames, double Fps, WindowPlacement Placement, int Steps = 1)
{
    /// <summary>The rows of a video of so many frames: its seconds, rounded, as ffmpeg gives frames at 1 a second; at least one.</summary>
    public long Rows(long frames) => Math.Max(1, (long)Math.Round(frames / Fps, MidpointRounding.AwayFromZero));

    /// <summary>The first frame of a row's clip in an endless video; may be negative.</summary>
    public long Start(long row)
    {
        double middle = (row + 0.5) * Fps;
        return Placement == WindowPlacement.Centred ? (long)Math.Floor(middle - Frames / 2.0) : (long)Math.Floor(middle / Frames) * Frames;
    }

    /// <summary>The first frame of a row's clip in a video of so many frames: moved inside, where the video is long enough.</summary>
    public long Start(long row, long frames) => Math.Max(0, Math.Min(Start(row), frames - Frames));

    /// <summary>The time step of a clip that shows the middle of a row's second.</summary>
    public int Step(long row, long start) => Math.Clamp((int)Math.Floor(((row + 0.5) * Fps - start) * Steps / Frames), 0, Steps - 1);
}
