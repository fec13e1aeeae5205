namespace Workbench.Data;

/// <summary>What a video file says about itself.</summary>
/// <param name="Width">Pixels across, as shown (a rotation mark is taken into account).</param>
/// <param name="Height">Pixels down, as shown.</param>
/// <param name="Duration">Seconds; 0 where the file does not say.</param>
/// <param name="Fps">Average pictures a second; 0 where the file does not say.</param>
/// <param name="HasAudio">Whether there is an audio track.</param>
public sealed record MediaInfo(int Width, int Height, double Duration, double Fps, bool HasAudio);
