using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>Reads a file of mean points: a list of {"image_url": ".../VIDEO_SECOND_LABEL.jpg", x, y, "mean_dist"}, x and y null without a point.</summary>
internal static class PointFile
{
    public const string FirstRound = "pumpkin_youtube_FPS_21k_annotation_full_agg_p.json";
    public const string SecondRound = "pumpkin_youtube_annotation_full_agg.json";

    /// <param name="natives">The sizes of the frames in which the file gives its points; null where it is the annotation frame.</param>
    public static IReadOnlyList<PointAnnotation> Read(
        string path, string xField, string yField, Dictionary<string, FrameSize> frames, Dictionary<string, FrameSize>? natives, ReadOptions options)
    {
        var points = new List<PointAnnotation>();
        foreach (var item in JsonFile.Read(path).Items())
            options.Guard(() =>
            {
                var url = item["image_url"];
                var (video, second, label) = Split(url, frames);
                var (x, y) = (item.Optional(xField)?.Number(), item.Optional(yField)?.Number());
                if (x.HasValue != y.HasValue)
                    throw item.Error($"both or none of {xField} and {yField} were expected to be null");
                if (item.Optional("mean_dist")?.Number() is < 0 and var distance)
                    throw item["mean_dist"].Error($"a distance of at least 0 was expected, {distance:R} is there");
                var frame = frames[video];
                var scale = natives is null ? (X: 1.0, Y: 1.0)
                    : natives.TryGetValue(video, out var native) ? (X: (double)frame.Width / native.Width, Y: (double)frame.Height / native.Height)
                    : throw url.Error($"a video of known native size was expected; '{video}' has none");
                var size = natives is null ? frame : natives[video];
                if (x < 0 || y < 0 || x > size.Width || y > size.Height)
                    throw item.Error($"a point inside the {size.Width}×{size.Height} frame was expected; [{x:R}, {y:R}] is there");
                Point? mean = x is null ? null : new Point(x.Value * scale.X, y!.Value * scale.Y);
                points.Add(new PointAnnotation(video, second, label, mean, item.Optional("mean_dist")?.Number()));
            });
        return points;
    }

    /// <summary>Takes VIDEO_SECOND_LABEL.jpg apart. Ids and labels hold underscores themselves; the id is a known one.</summary>
    private static (string Video, int Second, string Label) Split(JsonCursor url, Dictionary<string, FrameSize> frames)
    {
        var name = url.Text()[(url.Text().LastIndexOf('/') + 1)..];
        var stop = name.LastIndexOf('.');
        if (stop > 0)
            name = name[..stop];
        for (var at = name.IndexOf('_'); at >= 0; at = name.IndexOf('_', at + 1))
        {
            var next = name.IndexOf('_', at + 1);
            if (next > 0 && int.TryParse(name.AsSpan(at + 1, next - at - 1), System.Globalization.NumberStyles.None, null, out var second) && frames.ContainsKey(name[..at]))
                return (name[..at], second, name[(next + 1)..].Replace('_', ' ').Trim());
        }
        throw url.Error($"a picture named VIDEO_SECOND_LABEL of a known video was expected, '{name}' is there");
    }
}
