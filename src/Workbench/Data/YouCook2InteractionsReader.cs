using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>
/// Reads YouCook2-Interactions: final_dataset_segments.pkl (a set of (video, start, end)), final_dataset_annotations.pkl
/// ({video: {second: (left, top, right, bottom)}}), and the sentences from YouCook2's JSON. Both pickles go through
/// <see cref="PickleReader"/>, so no file can run code.
/// <para>Boxes are nominally in a 640×360 frame; 161 of the published 2,570 exceed it and are kept as they are. The box of
/// second s belongs to frame s - 1 at 1 fps (<see cref="GroundingSet.SecondOfFirstFrame"/>). Expected of the full files: 254
/// segments, 2,496 valid frames.</para>
/// </summary>
public static class YouCook2InteractionsReader
{
    private const string SegmentFileName = "final_dataset_segments.pkl", BoxFileName = "final_dataset_annotations.pkl";

    /// <summary>The one degenerate box of the published file; it is kept, and nothing can hit it.</summary>
    private const string PublishedSwap = "InDwfZmSikI";
    private const long PublishedSwapSecond = 74;

    /// <summary>The nominal frame of the boxes.</summary>
    public const int Width = 640, Height = 360;

    /// <summary>Reads the files from one folder. Videos come sorted by id (ordinal), segments by time.</summary>
    /// <exception cref="DataFormatException">A file is missing or broken, an entry is wrong, or a segment has no sentence.</exception>
    public static GroundingSet Read(string folder, YouCook2InteractionsOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        options ??= new YouCook2InteractionsOptions();
        var segmentPath = Path.Combine(folder, SegmentFileName);
        var segments = ReadSegments(segmentPath, options);
        var boxes = ReadBoxes(Path.Combine(folder, BoxFileName), options);
        var durations = new Dictionary<string, double>(StringComparer.Ordinal);
        var sentences = options.SentenceFile is { } file ? ReadSentences(Path.Combine(folder, file), durations, options) : null;

        var videos = new List<GroundingVideo>();
        foreach (var id in segments.Keys.Union(boxes.Keys).Order(StringComparer.Ordinal))
        {
            var actions = new List<ActionSegment>();
            double? duration = durations.TryGetValue(id, out var seconds) ? seconds : null;
            foreach (var segment in segments.GetValueOrDefault(id) ?? [])
                options.Guard(() =>
                {
                    if (segment.Start >= duration || segment.End > Math.Ceiling(duration ?? double.PositiveInfinity))
                        throw new DataFormatException(segmentPath, $"('{id}', {segment.Start:R}, {segment.End:R})", $"a segment inside the video was expected, which lasts {duration:R} s by {options.SentenceFile}");
                    actions.Add(new ActionSegment(actions.Count, Sentence(segment), segment));
                });
            videos.Add(new GroundingVideo { Id = id, Width = Width, Height = Height, Duration = duration, Actions = actions, Boxes = boxes.GetValueOrDefault(id) ?? [], Pool = actions.Select(action => action.Label).Distinct().ToList() });

            string Sentence(Segment segment) =>
                sentences is null ? ""
                : sentences.TryGetValue((id, segment), out var sentence) ? sentence
                : throw new DataFormatException(segmentPath, $"('{id}', {segment.Start:R}, {segment.End:R})", $"a segment that {options.SentenceFile} has a sentence for was expected");
        }
        return new GroundingSet("YouCook2-Interactions", videos) { SecondOfFirstFrame = 1 };
    }

    private static Dictionary<string, List<Segment>> ReadSegments(string path, ReadOptions options)
    {
        var entries = PickleReader.Read(path) is PickleSet set ? set.Items : throw new DataFormatException(path, "the outermost value", "a set of (video, start, end) was expected");
        var segments = new Dictionary<string, List<Segment>>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
        {
            var at = i;
            options.Guard(() =>
            {
                if (entries[at] is not PickleTuple { Items: [string video, var start, var end] } || Number(start) is not { } from || Number(end) is not { } to)
                    throw new DataFormatException(path, $"entry [{at}]", "(video, start, end) was expected");
                if (from < 0 || to < from)
                    throw new DataFormatException(path, $"entry [{at}], ('{video}', {from:R}, {to:R})", "0 ≤ start ≤ end was expected");
                if (!segments.TryGetValue(video, out var list))
                    segments.Add(video, list = []);
                if (list.Contains(new Segment(from, to)))
                    throw new DataFormatException(path, $"entry [{at}], ('{video}', {from:R}, {to:R})", "each segment may appear once");
                list.Add(new Segment(from, to));
            });
        }
        foreach (var list in segments.Values)
            list.Sort((a, b) => (a.Start, a.End).CompareTo((b.Start, b.End)));
        return segments;
    }

    private static Dictionary<string, Dictionary<int, Box>> ReadBoxes(string path, ReadOptions options)
    {
        var entries = PickleReader.Read(path) is PickleDictionary dictionary ? dictionary.Items : throw new DataFormatException(path, "the outermost value", "a dict {video: {second: box}} was expected");
        var videos = new Dictionary<string, Dictionary<int, Box>>(StringComparer.Ordinal);
        foreach (var (key, value) in entries)
            options.Guard(() =>
            {
                if (key is not string video || value is not PickleDictionary seconds)
                    throw new DataFormatException(path, $"entry '{key}'", "a video with a dict {second: box} was expected");
                var boxes = new Dictionary<int, Box>();
                foreach (var (second, corners) in seconds.Items)
                    options.Guard(() =>
                    {
                        var numbers = (corners as PickleTuple)?.Items.Select(Number).ToArray();
                        if (second is not (>= 0L and <= int.MaxValue) || numbers is not [{ } left, { } top, { } right, { } bottom])
                            throw new DataFormatException(path, $"entry '{video}', second {second}", "a whole second with (left, top, right, bottom) was expected");
                        if (Math.Min(Math.Min(left, top), Math.Min(right, bottom)) < 0)
                            throw new DataFormatException(path, $"entry '{video}', second {second}", $"corners of at least 0 were expected; ({left:R}, {top:R}, {right:R}, {bottom:R}) is there");
                        if ((right < left || bottom < top) && (video, second) is not (PublishedSwap, PublishedSwapSecond))
                            throw new DataFormatException(path, $"entry '{video}', second {second}", $"(left, top, right, bottom) was expected; the corners of ({left:R}, {top:R}, {right:R}, {bottom:R}) are swapped");
                        if (!boxes.TryAdd((int)(long)second, new Box(left, top, right, bottom)))
                            throw new DataFormatException(path, $"entry '{video}', second {second}", "each second may appear once");
                    });
                if (!videos.TryAdd(video, boxes))
                    throw new DataFormatException(path, $"entry '{video}'", "each video may appear once");
            });
        return videos;
    }

    private static Dictionary<(string Video, Segment Segment), string> ReadSentences(string path, Dictionary<string, double> durations, ReadOptions options)
    {
        var sentences = new Dictionary<(string, Segment), string>();
        foreach (var (video, value) in JsonFile.Read(path)["database"].Fields(options))
            options.Guard(() =>
            {
                if (value.Optional("duration")?.Number() is { } duration)
                    durations[video] = duration > 0 ? duration : throw value["duration"].Error($"seconds above 0 were expected, {duration:R} is there");
                foreach (var item in value["annotations"].Items())
                    options.Guard(() =>
                    {
                        var bounds = item["segment"].Numbers(2);
                        sentences[(video, new Segment(bounds[0], bounds[1]))] = item["sentence"].Text().Trim();
                    });
            });
        return sentences;
    }

    private static double? Number(object? value) => value switch
    {
        long whole => whole,
        double number when double.IsFinite(number) => number,
        _ => null,
    };
}
