using System.Globalization;
using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>
/// Reads YouCook2-BB (Zhou et al. 2018): {"database": {video: {"rwidth": 720, "rheight": h, "segments": {id: {"objects": [{"label", "boxes": [{"xtl", "ytl", "xbr", "ybr",
/// "outside", "occluded"}]}]}}}}}, boxes at 1 fps from the segment's start; {} for a segment without annotation. Times and sentences are those of YouCook2's own file, where a segment's id is its place.
/// </summary>
public static class YouCook2BBReader
{
    /// <summary>The published names.</summary>
    public const string ClassFile = "class_file.csv";

    /// <summary>The annotation file of a split ("val", "test").</summary>
    public static string FileOf(string split) => $"yc2_bb_{split}_annotations.json";

    /// <summary>The videos in the order of the file; segments by id.</summary>
    /// <param name="path">The annotation file.</param>
    /// <param name="segments">YouCook2 (<see cref="YouCook2Reader"/>), for times and sentences; null leaves both out.</param>
    /// <param name="options">How wrong entries are treated.</param>
    /// <exception cref="DataFormatException">No such file, broken JSON, or an entry is wrong and <see cref="ReadOptions.SkipBad"/> is not set.</exception>
    public static IReadOnlyList<ObjectVideo> Read(string path, GroundingSet? segments = null, ReadOptions? options = null)
    {
        options ??= new ReadOptions();
        Dictionary<string, GroundingVideo>? known = segments?.Videos.ToDictionary(v => v.Id, StringComparer.Ordinal);
        var videos = new List<ObjectVideo>();
        foreach (var (id, entry) in JsonFile.Read(path)["database"].Fields(options))
            options.Guard(() =>
            {
                double width = entry["rwidth"].Number(), height = entry["rheight"].Number();
                if (!(width > 0 && height > 0))
                    throw entry.Error($"a frame was expected, {width:R}×{height:R} is there");
                GroundingVideo? video = known is null ? null : known.TryGetValue(id, out GroundingVideo? found) ? found : throw entry.Error("a video that YouCook2 has was expected");
                var list = new List<ObjectSegment>();
                foreach (var (key, value) in entry["segments"].Fields(options))
                    options.Guard(() =>
                    {
                        if (!int.TryParse(key, CultureInfo.InvariantCulture, out int number) || number < 0)
                            throw value.Error("the number of a segment was expected as its name");
                        if (value.Optional("objects") is not { } objects)
                            return; // Not annotated.
                        ActionSegment? action = video is null ? null : video.Actions.FirstOrDefault(a => a.Id == number) ?? throw value.Error($"a segment that YouCook2 has was expected, '{id}' has no {number}");
                        list.Add(new ObjectSegment(number, action?.Segment, action?.Label, [.. objects.Items().Select(Object)]));
                    });
                videos.Add(new ObjectVideo(id, width, height, [.. list.OrderBy(s => s.Id)]));
            });
        return videos;
    }

    private static GroundedObject Object(JsonCursor item) => new(item["label"].Text().Trim(), [.. item["boxes"].Items().Select(Box)]);

    private static Box? Box(JsonCursor box)
    {
        if (Flag(box["outside"]) || Flag(box["occluded"]))
            return null;
        var result = new Box(box["xtl"].Number(), box["ytl"].Number(), box["xbr"].Number(), box["ybr"].Number());
        return result.Right >= result.Left && result.Bottom >= result.Top ? result : throw box.Error($"corners in order were expected, ({result.Left:R}, {result.Top:R}, {result.Right:R}, {result.Bottom:R}) are there");
    }

    private static bool Flag(JsonCursor value) => value.Element.ValueKind switch
    {
        System.Text.Json.JsonValueKind.True => true,
        System.Text.Json.JsonValueKind.False => false,
        _ => value.Whole() is var number && number is 0 or 1 ? number == 1 : throw value.Error("0 or 1 was expected"),
    };
}
