using System.Globalization;
using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>
/// Reads the answers of all annotators, points_all.json: {video: {second: [[x, y] or null, …]}}, an entry for each annotator, in the annotation frame. GroundingYouTube
/// gives only means to the public; NarratedKitchen writes this file, and so may you for points of your own.
/// </summary>
public static class AnnotatorPoints
{
    /// <summary>The file's name.</summary>
    public const string FileName = "points_all.json";

    /// <summary>The answers by video and second.</summary>
    /// <param name="path">The file.</param>
    /// <param name="frames">The annotation frame of each video; points must lie in it, and other videos are unknown. Null: not checked.</param>
    /// <param name="options">How wrong entries are treated.</param>
    /// <exception cref="DataFormatException">No such file, broken JSON, or an entry is wrong and <see cref="ReadOptions.SkipBad"/> is not set.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<int, IReadOnlyList<Point?>>> Read(string path, IReadOnlyDictionary<string, FrameSize>? frames = null, ReadOptions? options = null)
    {
        options ??= new ReadOptions();
        var videos = new Dictionary<string, IReadOnlyDictionary<int, IReadOnlyList<Point?>>>(StringComparer.Ordinal);
        foreach (var (id, entry) in JsonFile.Read(path).Fields(options))
            options.Guard(() =>
            {
                FrameSize? frame = frames is null ? null : frames.TryGetValue(id, out var size) ? size : throw entry.Error($"a known video was expected; '{id}' is unknown");
                var seconds = new Dictionary<int, IReadOnlyList<Point?>>();
                foreach (var (key, answers) in entry.Fields(options))
                    options.Guard(() => seconds.Add(
                        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var second) ? second : throw answers.Error($"a whole second was expected as the key, '{key}' is there"),
                        answers.Items().Select(answer => Point(answer, frame)).ToList()));
                videos.Add(id, seconds);
            });
        return videos;
    }

    private static Point? Point(JsonCursor answer, FrameSize? frame)
    {
        if (answer.Element.ValueKind == System.Text.Json.JsonValueKind.Null)
            return null;
        var xy = answer.Numbers(2);
        return frame is { } size && (xy[0] < 0 || xy[1] < 0 || xy[0] > size.Width || xy[1] > size.Height)
            ? throw answer.Error($"a point inside the {size.Width}×{size.Height} frame was expected; [{xy[0]:R}, {xy[1]:R}] is there")
            : new Point(xy[0], xy[1]);
    }
}
