using System.Runtime.CompilerServices;

namespace Workbench.Data;

/// <summary>
/// Reads a video's frames through the ffmpeg command line, one at a time. Stopping early, cancelling or an error ends ffmpeg.
/// Errors: <see cref="DataFormatException"/> with ffmpeg's last lines for a missing, broken, truncated or empty file, for no
/// frame at all, and when ffmpeg stands still; <see cref="PlatformNotSupportedException"/> where there is no ffmpeg.
/// </summary>
public static class FrameReader
{
    /// <summary>The frames, read while they are enumerated.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static IEnumerable<Frame> Read(string path, FrameOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new FrameOptions();
        options.Check();
        MediaProcess.CheckFile(path);
        return Enumerate(path, options, cancellation);
    }

    /// <summary>The frames, read while they are enumerated; waiting for ffmpeg blocks no thread.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public static IAsyncEnumerable<Frame> ReadAsync(string path, FrameOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new FrameOptions();
        options.Check();
        MediaProcess.CheckFile(path);
        return EnumerateAsync(path, options, cancellation);
    }

    private static IEnumerable<Frame> Enumerate(string path, FrameOptions options, CancellationToken cancellation)
    {
        using var process = Start(path, options, cancellation);
        for (var index = 0; ; index++)
        {
            var rgb = new byte[options.Width * options.Height * 3];
            var read = process.Read(rgb);
            if (read < rgb.Length)
            {
                CheckEnd(process, options, index, read, rgb.Length);
                yield break;
            }
            yield return Frame(options, index, rgb);
        }
    }

    private static async IAsyncEnumerable<Frame> EnumerateAsync(string path, FrameOptions options, CancellationToken first, [EnumeratorCancellation] CancellationToken second = default)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(first, second);
        using var process = Start(path, options, both.Token);
        for (var index = 0; ; index++)
        {
            var rgb = new byte[options.Width * options.Height * 3];
            var read = await process.ReadAsync(rgb).ConfigureAwait(false);
            if (read < rgb.Length)
            {
                CheckEnd(process, options, index, read, rgb.Length);
                yield break;
            }
            yield return Frame(options, index, rgb);
        }
    }

    private static Frame Frame(FrameOptions options, int index, byte[] rgb) =>
        new(index, options.Start + index / options.Fps, options.Width, options.Height, rgb);

    private static MediaProcess Start(string path, FrameOptions options, CancellationToken cancellation)
    {
        List<string> arguments = ["-nostdin", "-hide_banner", "-v", "error"];
        if (options.Start > 0)
            arguments.AddRange(["-ss", $"{options.Start:0.######}"]);
        if (options.Duration is { } duration)
            arguments.AddRange(["-t", $"{duration:0.######}"]);
        arguments.AddRange(MediaProcess.Input(path));
        var filter = $"fps={options.Fps:R},{options.Crop.Filter(options.Width, options.Height)}{(options.Flip ? ",hflip" : "")}";
        arguments.AddRange(["-map", "0:v:0", "-vf", filter, "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"]);
        return new MediaProcess("ffmpeg", path, arguments, options.Patience, cancellation);
    }

    private static void CheckEnd(MediaProcess process, FrameOptions options, int frames, int rest, int frameBytes)
    {
        var code = process.Finish();
        var place = $"after {frames} frames from {options.Start:0.###} s on";
        if (frames == 0)
            throw process.Error(place, code == 0 ? "at least one frame was expected; there is none" : $"at least one frame was expected; ffmpeg ended with code {code}");
        if (options.AcceptDamage)
            return;
        if (rest > 0)
            throw process.Error(place, $"a frame of {frameBytes} bytes was expected; it ends after {rest}");
        if (code != 0)
            throw process.Error(place, $"the rest of the video was expected; ffmpeg ended with code {code}");
        if (process.LastLines.Length > 0)
            throw process.Error(place, "an undamaged video was expected");
    }
}
