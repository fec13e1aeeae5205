namespace Workbench.Tests;

/// <summary>A theory that makes videos with ffmpeg: skipped where ffmpeg or ffprobe is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FfmpegTheoryAttribute : TheoryAttribute
{
    public FfmpegTheoryAttribute() => Skip = TestVideos.WhyMissing;
}
