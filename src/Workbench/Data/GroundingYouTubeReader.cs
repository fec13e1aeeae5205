using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>
/// Reads GroundingYouTube's annotation files: segments, boxes, points, pools, frame sizes. Times are whole seconds. Boxes and
/// points are in the annotation frame (640×480, one video 480×640), whatever the video's own size. Labels get blanks for
/// underscores, as the released code does.
/// </summary>
public static class GroundingYouTubeReader
{
    private const string FrameSizes = "id2wh_new.json", NativeSizes = "id2wh.json", Pools = "vid2step.json";

    /// <summary>Reads the files from one folder.</summary>
    /// <exception cref="DataFormatException">A file is missing or broken, or an entry is wrong and <see cref="ReadOptions.SkipBad"/> is not set.</exception>
    public static GroundingSet Read(string folder, GroundingYouTubeOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        options ??= GroundingYouTubeOptions.Paper;
        if (!Directory.Exists(folder))
            throw new DataFormatException(folder, "path", $"the folder with {options.SegmentFileName} was expected, there is none");

        var frames = ReadSizes(Path.Combine(folder, FrameSizes), options);
        var natives = ReadSizes(Path.Combine(folder, NativeSizes), options);
        var pools = ReadPools(Path.Combine(folder, Pools), options);
        var boxes = options.BoxFileName is { } boxFile ? ReadBoxes(Path.Combine(folder, boxFile), frames, options) : [];
        var points = options.Points ? PointsBySecond(ReadPoints(folder, options)) : [];

        var videos = new List<GroundingVideo>();
        foreach (var (id, actions) in JsonFile.Read(Path.Combine(folder, options.SegmentFileName)).Fields(options))
            options.Guard(() =>
            {
                var frame = Known(frames, FrameSizes);
                var native = Known(natives, NativeSizes);
                videos.Add(new GroundingVideo
                {
                    Id = id,
                    Width = frame.Width,
                    Height = frame.Height,
                    NativeWidth = native.Width,
                    NativeHeight = native.Height,
                    Actions = ReadActions(actions, options),
                    Boxes = boxes.GetValueOrDefault(id) ?? [],
                    Points = points.GetValueOrDefault(id) ?? [],
                    Pool = Known(pools, Pools),
                });

                T Known<T>(Dictionary<string, T> values, string file) =>
                    values.TryGetValue(id, out var value) ? value : throw actions.Error($"a video that {file} lists was expected; '{id}' is unknown there");
            });
        return new GroundingSet("GroundingYouTube", videos);
    }

    /// <summary>
    /// Reads both rounds of mean points as they are, those without a point included: 21,868 of the first round (already in the
    /// annotation frame), then 5,119 of the second (in native pixels, brought to the annotation frame here).
    /// </summary>
    /// <exception cref="DataFormatException">As for <see cref="Read"/>.</exception>
    public static IReadOnlyList<PointAnnotation> ReadPoints(string folder, ReadOptions? options = null)
    {
        options ??= new ReadOptions();
        var frames = ReadSizes(Path.Combine(folder, FrameSizes), options);
        var natives = ReadSizes(Path.Combine(folder, NativeSizes), options);
        return
        [
            .. PointFile.Read(Path.Combine(folder, PointFile.FirstRound), "x", "y", frames, natives: null, options),
            .. PointFile.Read(Path.Combine(folder, PointFile.SecondRound), "mean_x", "mean_y", frames, natives, options),
        ];
    }

    private static List<ActionSegment> ReadActions(JsonCursor list, ReadOptions options)
    {
        var actions = new List<ActionSegment>();
        var ids = new HashSet<int>();
        foreach (var item in list.Items())
            options.Guard(() =>
            {
                var bounds = item["segment"].Numbers(2);
                if (bounds[0] < 0 || bounds[1] < bounds[0])
                    throw item["segment"].Error($"[start, end] with 0 ≤ start ≤ end was expected; [{bounds[0]:R}, {bounds[1]:R}] is there");
                var label = item["sentence"].Text().Replace('_', ' ').Trim();
                if (label.Length == 0)
                    throw item["sentence"].Error("a label was expected; it is empty");
                var id = item["id"].Whole();
                if (!ids.Add(id))
                    throw item["id"].Error($"each id may appear once in a video; {id} appears again");
                actions.Add(new ActionSegment(id, label, new Segment(bounds[0], bounds[1])));
            });
        return actions;
    }

    private static Dictionary<string, Dictionary<int, Box>> ReadBoxes(string path, Dictionary<string, FrameSize> frames, ReadOptions options)
    {
        var videos = new Dictionary<string, Dictionary<int, Box>>(StringComparer.Ordinal);
        foreach (var (id, seconds) in JsonFile.Read(path).Fields(options))
            options.Guard(() =>
            {
                if (!frames.TryGetValue(id, out var frame))
                    throw seconds.Error($"a video that {FrameSizes} lists was expected; '{id}' is unknown there");
                // The released clipping is swapped (x to the height, y to the width): either coordinate may reach the longer side.
                double limit = Math.Max(frame.Width, frame.Height);
                var boxes = new Dictionary<int, Box>();
                foreach (var (key, corners) in seconds.Fields(options))
                    options.Guard(() =>
                    {
                        if (!int.TryParse(key, System.Globalization.NumberStyles.None, null, out var second))
                            throw corners.Error($"a whole second was expected as the key, '{key}' is there");
                        var numbers = corners.Numbers(4);
                        if (Array.Exists(numbers, number => number < 0 || number > limit))
                            throw corners.Error($"[left, top, right, bottom] inside the {frame.Width}×{frame.Height} frame was expected; [{string.Join(", ", numbers)}] is there");
                        // The swapped clipping alone turns a box at the right border inside out: 18 to 61 released boxes are so, and are kept.
                        if (numbers[3] < numbers[1] || (numbers[2] < numbers[0] && !(frame.Width > frame.Height && numbers[2] == frame.Height)))
                            throw corners.Error($"[left, top, right, bottom] was expected; the corners of [{string.Join(", ", numbers)}] are swapped");
                        boxes.Add(second, new Box(numbers[0], numbers[1], numbers[2], numbers[3]));
                    });
                videos.Add(id, boxes);
            });
        return videos;
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadPools(string path, ReadOptions options)
    {
        var pools = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (id, list) in JsonFile.Read(path).Fields(options))
            options.Guard(() => pools.Add(id, list.Items().Select(item => item.Text().Replace('_', ' ').Trim()).Where(label => label != "background").ToList()));
        return pools;
    }

    private static Dictionary<string, FrameSize> ReadSizes(string path, ReadOptions options)
    {
        var sizes = new Dictionary<string, FrameSize>(StringComparer.Ordinal);
        foreach (var (id, pair) in JsonFile.Read(path).Fields(options))
            options.Guard(() =>
            {
                var items = pair.Items().Select(item => item.Whole()).ToArray();
                sizes.Add(id, items is [> 0 and var width, > 0 and var height] ? new FrameSize(width, height) : throw pair.Error($"[width, height] in pixels was expected; [{string.Join(", ", items)}] is there"));
            });
        return sizes;
    }

    private static Dictionary<string, Dictionary<int, IReadOnlyList<Point>>> PointsBySecond(IReadOnlyList<PointAnnotation> points) => points
        .Where(each => each.Mean is not null)
        .GroupBy(each => each.Video, StringComparer.Ordinal)
        .ToDictionary(
            video => video.Key,
            video => video.GroupBy(each => each.Second).ToDictionary(second => second.Key, IReadOnlyList<Point> (second) => second.Select(each => each.Mean!.Value).ToList()),
            StringComparer.Ordinal);
}
