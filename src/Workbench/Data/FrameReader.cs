using System.Globalization;
using System.Runtime.CompilerServices;

namespace Workbench.Data;

/// <summary>Decodes a video's frames with the ffmpeg command line, one after the other, at a fixed rate and size.</summary>
public static class FrameReader
{
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DataFormatException">ffmpeg cannot decode it, gives no frame, or stops in the middle of one; its last lines are quoted.</exception>
    /// <exception cref="PlatformNotSupportedException">ffmpeg is not installed.</exception>
    public static async IAsyncEnumerable<Frame> ReadAsync(string path, FrameOptions? options = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new FrameOptions();
        options.Check();
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: the video does not exist.", path);
        using var ffmpeg = MediaProcess.Start("ffmpeg", Arguments(path, options));
        int size = options.Width * options.Height * 3;
        for (int index = 0; ; index++)
        {
            var rgb = new byte[size];
            int read = await ffmpeg.FillAsync(rgb, options.Stall, path, cancellation).ConfigureAwait(false);
            if (read == size)
            {
                yield return new Frame(index, options.Start + index / options.Fps, options.Width, options.Height, rgb);
                continue;
            }
            string last = await ffmpeg.FinishAsync(cancellation).ConfigureAwait(false);
            if (ffmpeg.ExitCode != 0)
                throw new DataFormatException(path, $"frame {index}", $"ffmpeg stopped with code {ffmpeg.ExitCode}: {last}");
            // ffmpeg's word for a file that ends before its index says; it exits with 0 all the same.
            if (last.Contains("partial file", StringComparison.Ordinal))
                throw new DataFormatException(path, $"frame {index}", $"the file is truncated; ffmpeg says: {last}");
            if (read > 0)
                throw new DataFormatException(path, $"frame {index}", $"a frame of {size} bytes was expected, {read} came: {last}");
            if (index == 0)
                throw new DataFormatException(path, "frame 0", $"at least one frame was expected from second {options.Start} on: {last}");
            yield break;
        }
    }

    private static List<string> Arguments(string path, FrameOptions options)
    {
        List<string> arguments = ["-hide_banner", "-nostdin", "-loglevel", "error", "-xerror"];
        if (options.Start > 0)
            arguments.AddRange(["-ss", Number(options.Start)]);
        if (options.Duration is { } duration)
            arguments.AddRange(["-t", Number(duration)]);
        string x = Number(options.Position.X), y = Number(options.Position.Y), size = $"{options.Width}:{options.Height}";
        string crop = options.Crop switch
        {
            FrameCrop.Window => $"crop={size}:(iw-ow)*{x}:(ih-oh)*{y}",
            FrameCrop.Square => $"crop=min(iw\\,ih):min(iw\\,ih):(iw-ow)*{x}:(ih-oh)*{y},scale={size}",
            _ => $"scale={size}",
        };
        // ffmpeg's default rounding, as in the released loaders: at 1 fps frame k is the last picture before k + 0.5 s, the middle of second k.
        string filter = $"fps={Number(options.Fps)},{crop}{(options.Flip ? ",hflip" : "")}";
        arguments.AddRange(["-i", path, "-map", "0:v:0", "-vf", filter, "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]);
        return arguments;
    }

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
