using System.Runtime.InteropServices;

namespace Workbench.Data;

/// <summary>Reads the sound of a video or audio file through the ffmpeg command line: one channel (of two, their mean), samples in [-1, 1].</summary>
public static class AudioReader
{
    /// <summary>The samples.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="DataFormatException">No such file, no audio track, no sample, a broken or truncated file; with ffmpeg's last lines.</exception>
    /// <exception cref="PlatformNotSupportedException">There is no ffmpeg.</exception>
    public static float[] Read(string path, AudioOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new AudioOptions();
        if (options.SampleRate <= 0 || !(options.Start >= 0) || options.Duration <= 0)
            throw new ArgumentException($"A positive rate, a start of at least 0 s and a positive duration are expected; {options} was given.", nameof(options));
        MediaProcess.CheckFile(path);
        List<string> arguments = ["-nostdin", "-hide_banner", "-v", "error"];
        if (options.Start > 0)
            arguments.AddRange(["-ss", $"{options.Start:0.######}"]);
        if (options.Duration is { } duration)
            arguments.AddRange(["-t", $"{duration:0.######}"]);
        arguments.AddRange(MediaProcess.Input(path));
        // rematrix_maxval: without it ffmpeg mixes floating-point channels so that loud sound exceeds 1.
        var filter = $"aresample={options.SampleRate}:rematrix_maxval=1,aformat=channel_layouts=mono";
        arguments.AddRange(["-map", "0:a:0", "-af", filter, "-f", "f32le", "pipe:1"]);

        using var process = new MediaProcess("ffmpeg", path, arguments, options.Patience, cancellation);
        var samples = new List<float>();
        var buffer = new byte[1 << 16];
        for (int read; (read = process.Read(buffer)) > 0;)
            samples.AddRange(MemoryMarshal.Cast<byte, float>(buffer.AsSpan(0, read)));
        var code = process.Finish();
        if (samples.Count == 0)
            throw process.Error("audio", code == 0 ? "sound was expected; there is no sample" : $"an audio track was expected; ffmpeg ended with code {code}");
        if (!options.AcceptDamage && (code != 0 || process.LastLines.Length > 0))
            throw process.Error($"audio, after {samples.Count} samples", $"an undamaged track was expected; ffmpeg ended with code {code}");
        return [.. samples];
    }
}
