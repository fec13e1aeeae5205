using System.ComponentModel;
using System.Diagnostics;
using Workbench.Data.NarratedKitchen.Drawing;
using Workbench.Data.NarratedKitchen.Scripting;

namespace Workbench.Data.NarratedKitchen.Rendering;

/// <summary>Pipes the drawn frames and the sound into ffmpeg; the .mp4 appears under its name only when it is whole.</summary>
internal static class VideoEncoder
{
    public static async Task WriteAsync(string path, VideoScript script, int fps, SpeechSynthesizer speech, bool actionSounds, CancellationToken cancellation)
    {
        string folder = Path.GetDirectoryName(path)!, name = Path.GetFileNameWithoutExtension(path);
        string sound = Path.Combine(folder, $".{name}.tmp.wav"), video = Path.Combine(folder, $".{name}.tmp.mp4");
        try
        {
            Soundtrack.Write(sound, script, speech, actionSounds);
            await Encode(video, sound, script, fps, cancellation).ConfigureAwait(false);
            File.Move(video, path, overwrite: true);
        }
        finally
        {
            File.Delete(sound);
            File.Delete(video);
        }
    }

    private static async Task Encode(string video, string sound, VideoScript script, int fps, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("ffmpeg", Arguments(video, sound, fps)) { RedirectStandardInput = true, RedirectStandardError = true };
        using Process process = Start(start);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            using var renderer = new VideoRenderer(script, fps);
            Stream pipe = process.StandardInput.BaseStream;
            for (int frame = 0; frame < renderer.FrameCount; frame++)
                await pipe.WriteAsync(renderer.Render(frame), cancellation).ConfigureAwait(false);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // ffmpeg closed the pipe early: its own words below say why.
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
                await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
        if (process.ExitCode != 0)
        {
            string[] lines = (await errors.ConfigureAwait(false)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            throw new IOException($"{video}: ffmpeg stopped with {process.ExitCode}: {string.Join(" / ", lines.TakeLast(3))}");
        }
    }

    // One thread each and bit-exact muxing: the same frames give the same bytes, however many videos are made at a time.
    private static string[] Arguments(string video, string sound, int fps) =>
    [
        "-hide_banner", "-loglevel", "error", "-nostdin", "-y",
        "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", $"{Scene.Width}x{Scene.Height}", "-r", $"{fps}", "-i", "pipe:0",
        "-i", sound,
        "-c:v", "libx264", "-preset", "superfast", "-crf", "25", "-pix_fmt", "yuv420p", "-g", $"{2 * fps}", "-threads", "1",
        "-c:a", "aac", "-aac_coder", "fast", "-b:a", "32k", "-ac", "1",
        "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-movflags", "+faststart",
        video,
    ];

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception inner)
        {
            throw new PlatformNotSupportedException("NarratedKitchen's videos are encoded by ffmpeg, which is not installed. On Debian: apt install ffmpeg", inner);
        }
    }
}
