using System.Diagnostics;

namespace Workbench.Tests;

/// <summary>Makes small videos with ffmpeg's own sources.</summary>
public static class TestVideos
{
    /// <summary>Null where ffmpeg and ffprobe are on the PATH; otherwise the reason to skip a test.</summary>
    public static string? WhyMissing { get; } =
        new[] { "ffmpeg", "ffprobe" }.FirstOrDefault(program => !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)))) is { } missing
            ? $"{missing} is not on the PATH (Debian: apt-get install ffmpeg)."
            : null;

    /// <summary>Runs ffmpeg to make <paramref name="path"/>; it must succeed.</summary>
    public static string Make(string path, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-nostdin", "-v", "error", "-y", .. arguments, path]) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? path : throw new InvalidOperationException(errors);
    }

    /// <summary>12 s of 10 pictures a second, 64×48, with a key frame only every 5 s; picture n is grey of level 2n throughout, without loss.</summary>
    public static string Numbered(string path) => Make(path,
        "-f", "lavfi", "-i", "nullsrc=s=64x48:r=10:d=12,format=gbrp,geq=r='2*N':g='2*N':b='2*N'", "-c:v", "libx264rgb", "-qp", "0", "-preset", "ultrafast", "-g", "50");

    /// <summary>12 s of a moving test picture, 320×240, with the moov atom in front, and a tone.</summary>
    public static string Moving(string path) => Make(path,
        "-f", "lavfi", "-i", "testsrc2=s=320x240:r=10:d=12", "-f", "lavfi", "-i", "sine=f=440:d=12", "-c:v", "libx264", "-preset", "ultrafast", "-g", "20", "-c:a", "aac", "-movflags", "+faststart");
}
