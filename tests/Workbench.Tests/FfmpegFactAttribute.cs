namespace Workbench.Tests;

/// <summary>A test that makes videos with ffmpeg: skipped where ffmpeg or ffprobe is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FfmpegFactAttribute : FactAttribute
{
    public FfmpegFactAttribute() => Skip = TestVideos.WhyMissing;
}
