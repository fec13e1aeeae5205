using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Workbench.Data;

/// <summary>
/// Writes pictures as an .mp4 (H.264) through the ffmpeg command line. The file appears under its name only when <see cref="Complete"/> has
/// returned; without it nothing is left behind.
/// </summary>
public sealed class VideoWriter : IDisposable
{
    private readonly string _path, _temporary;
    private readonly int _bytes;
    private readonly Process _process;
    private readonly Task<string> _errors;

    /// <param name="path">The .mp4 to write.</param>
    /// <param name="width">Pixels across, even.</param>
    /// <param name="height">Pixels down, even.</param>
    /// <param name="fps">Pictures a second.</param>
    /// <exception cref="ArgumentException">An odd or negative size, or a rate that is not positive.</exception>
    /// <exception cref="PlatformNotSupportedException">There is no ffmpeg.</exception>
    public VideoWriter(string path, int width, int height, double fps)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (width <= 0 || height <= 0 || width % 2 != 0 || height % 2 != 0 || !(fps > 0) || !double.IsFinite(fps))
            throw new ArgumentException($"H.264 needs an even size and a positive rate; {width}×{height} at {fps:R} was given.");
        _path = Path.GetFullPath(path);
        _temporary = Path.Combine(Path.GetDirectoryName(_path)!, $".{Path.GetFileNameWithoutExtension(_path)}.tmp.mp4");
        _bytes = width * height * 3;
        string rate = fps.ToString("R", CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("ffmpeg",
        [
            "-hide_banner", "-loglevel", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", $"{width}x{height}", "-r", rate, "-i", "pipe:0",
            "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p", "-movflags", "+faststart", _temporary,
        ])
        { RedirectStandardInput = true, RedirectStandardError = true };
        try
        {
            _process = Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new PlatformNotSupportedException($"ffmpeg cannot be started ({error.Message}). Install ffmpeg (Debian: apt-get install ffmpeg).", error);
        }

        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Adds a picture: width × height × 3 bytes, red, green, blue.</summary>
    /// <exception cref="ArgumentException">Another number of bytes.</exception>
    /// <exception cref="IOException">ffmpeg stopped; with its last lines.</exception>
    public void Add(ReadOnlySpan<byte> rgb)
    {
        if (rgb.Length != _bytes)
            throw new ArgumentException($"A picture has {_bytes} bytes; {rgb.Length} were given.", nameof(rgb));
        try
        {
            _process.StandardInput.BaseStream.Write(rgb);
        }
        catch (IOException error)
        {
            _process.WaitForExit();
            throw new IOException($"{_path}: ffmpeg stopped: {LastLines()}", error);
        }
    }

    /// <summary>Ends the file and moves it to its name.</summary>
    /// <exception cref="IOException">ffmpeg failed; with its last lines.</exception>
    public void Complete()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        if (_process.ExitCode != 0)
            throw new IOException($"{_path}: ffmpeg stopped with {_process.ExitCode}: {LastLines()}");
        File.Move(_temporary, _path, overwrite: true);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        if (File.Exists(_temporary))
            File.Delete(_temporary);
    }

    private string LastLines() => string.Join(" / ", _errors.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(3));
}
