using System.Globalization;
using System.Text.Json;

namespace Workbench.Data;

/// <summary>What ffprobe says about a video file.</summary>
/// <param name="Width">Pixels of a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Duration">Seconds.</param>
/// <param name="Fps">Frames a second, on average.</param>
/// <param name="HasAudio">Whether there is an audio track.</param>
public sealed record MediaProbe(int Width, int Height, double Duration, double Fps, bool HasAudio)
{
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DataFormatException">ffprobe cannot read it, or it has no video.</exception>
    /// <exception cref="PlatformNotSupportedException">ffprobe is not installed.</exception>
    public static async Task<MediaProbe> ReadAsync(string path, CancellationToken cancellation = default)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: the video does not exist.", path);
        using var ffprobe = MediaProcess.Start("ffprobe", ["-v", "error", "-show_streams", "-show_format", "-of", "json", path]);
        using var json = new MemoryStream();
        await ffprobe.Output.CopyToAsync(json, cancellation).ConfigureAwait(false);
        string last = await ffprobe.FinishAsync(cancellation).ConfigureAwait(false);
        if (ffprobe.ExitCode != 0)
            throw new DataFormatException(path, "the file", $"a video was expected; ffprobe says: {last}");
        using JsonDocument document = JsonDocument.Parse(json.ToArray());
        JsonElement[] streams = [.. document.RootElement.GetProperty("streams").EnumerateArray()];
        JsonElement video = streams.FirstOrDefault(s => s.GetProperty("codec_type").GetString() == "video");
        if (video.ValueKind == JsonValueKind.Undefined)
            throw new DataFormatException(path, "streams", "a video stream was expected; there is none");
        double duration = Number(video, "duration") ?? Number(document.RootElement.GetProperty("format"), "duration")
            ?? throw new DataFormatException(path, "duration", "a length in seconds was expected; ffprobe gives none");
        return new MediaProbe(video.GetProperty("width").GetInt32(), video.GetProperty("height").GetInt32(), duration,
            Ratio(video.GetProperty("avg_frame_rate").GetString()), streams.Any(s => s.GetProperty("codec_type").GetString() == "audio"));
    }

    private static double? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && double.TryParse(value.GetString(), CultureInfo.InvariantCulture, out double number) ? number : null;

    private static double Ratio(string? text) =>
        text?.Split('/') is [var a, var b] && double.TryParse(a, CultureInfo.InvariantCulture, out double x) && double.TryParse(b, CultureInfo.InvariantCulture, out double y) && y > 0 ? x / y : 0;
}
