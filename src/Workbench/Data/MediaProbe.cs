using System.Globalization;
using System.Text.Json;
using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>Asks ffprobe about a video file.</summary>
public static class MediaProbe
{
    /// <exception cref="DataFormatException">No such file, not a video, or broken; with ffprobe's last lines.</exception>
    /// <exception cref="PlatformNotSupportedException">There is no ffprobe.</exception>
    public static MediaInfo Read(string path, CancellationToken cancellation = default)
    {
        MediaProcess.CheckFile(path);
        using var process = new MediaProcess(
            "ffprobe", path, ["-v", "error", "-print_format", "json", "-show_streams", "-show_format", .. MediaProcess.Input(path)], TimeSpan.FromSeconds(60), cancellation);
        var output = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = process.Read(buffer)) > 0;)
            output.Write(buffer, 0, read);
        if (process.Finish() is var code && code != 0)
            throw process.Error("header", $"a video was expected; ffprobe ended with code {code}");
        using var document = JsonDocument.Parse(output.ToArray());
        return Info(new JsonCursor(path, document.RootElement), process);
    }

    private static MediaInfo Info(JsonCursor root, MediaProcess process)
    {
        var streams = root["streams"].Items().ToList();
        var video = streams.Find(stream => stream.Optional("codec_type")?.Text() == "video") ?? throw process.Error("streams", "a video stream was expected, there is none");
        int width = video["width"].Whole(), height = video["height"].Whole();
        if (Math.Abs(Rotation(video)) % 180 == 90)
            (width, height) = (height, width);
        var duration = Seconds(root.Optional("format")?.Optional("duration")) ?? Seconds(video.Optional("duration")) ?? 0;
        return new MediaInfo(width, height, duration, Rate(video.Optional("avg_frame_rate")), streams.Exists(stream => stream.Optional("codec_type")?.Text() == "audio"));
    }

    private static int Rotation(JsonCursor video)
    {
        foreach (var data in video.Optional("side_data_list")?.Items() ?? [])
            if (data.Optional("rotation") is { } rotation)
                return (int)rotation.Number();
        return 0;
    }

    private static double? Seconds(JsonCursor? value) =>
        value is not null && double.TryParse(value.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) ? seconds : null;

    private static double Rate(JsonCursor? value) =>
        value?.Text().Split('/') is [var above, var below] && double.TryParse(above, out var a) && double.TryParse(below, out var b) && b > 0 ? a / b : 0;
}
