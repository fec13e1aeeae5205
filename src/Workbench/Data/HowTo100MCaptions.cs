using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>
/// Reads narrations in HowTo100M's two forms: one JSON file {video: {"start": [s…], "end": [s…], "text": [string…]}}
/// (raw_caption.json), or a folder with a VIDEO.csv for each video, whose header names start, end and text in any order.
/// Times are seconds. An empty text is a caption without words, as in the published files; a caption of length 0 is kept.
/// </summary>
public static class HowTo100MCaptions
{
    /// <summary>The captions by video, in the order of the file.</summary>
    /// <param name="path">The JSON file or the folder of CSV files.</param>
    /// <exception cref="DataFormatException">
    /// Nothing there; broken JSON or CSV; start, end and text of different length; a time that is no number, not finite or
    /// negative; an end before its start; a video twice.
    /// </exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<Clip>> Read(string path, CaptionOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new CaptionOptions();
        var captions = new Dictionary<string, IReadOnlyList<Clip>>(StringComparer.Ordinal);
        if (Directory.Exists(path))
            ReadFolder(path, captions, options);
        else
            ReadJson(path, captions, options);
        return captions;
    }

    /// <summary>The captions of one video's CSV file; the video is named as the file.</summary>
    /// <exception cref="DataFormatException">As for <see cref="Read"/>.</exception>
    public static IReadOnlyList<Clip> ReadVideo(string path, CaptionOptions? options = null) => Clips(path, Path.GetFileNameWithoutExtension(path), options ?? new CaptionOptions());

    private static void ReadJson(string path, Dictionary<string, IReadOnlyList<Clip>> captions, CaptionOptions options)
    {
        foreach (var (video, value) in JsonFile.ReadEntries(path))
            if (options.Videos?.Contains(video) != false)
                options.Guard(() =>
                {
                    if (captions.ContainsKey(video))
                        throw value.Error("each video may appear once");
                    captions.Add(video, Clips(video, value, options));
                });
    }

    private static List<Clip> Clips(string video, JsonCursor value, ReadOptions options)
    {
        var starts = value["start"].Items().ToList();
        var ends = value["end"].Items().ToList();
        var texts = value["text"].Items().ToList();
        if (starts.Count != ends.Count || starts.Count != texts.Count)
            throw value.Error($"start, end and text of one length were expected; they have {starts.Count}, {ends.Count} and {texts.Count}");
        var clips = new List<Clip>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var at = i;
            options.Guard(() =>
            {
                var segment = new Segment(starts[at].Number(), ends[at].Number());
                if (Wrong(segment) is { } wrong)
                    throw starts[at].Error(wrong);
                clips.Add(new Clip(video, segment, texts[at].Text()));
            });
        }
        return clips;
    }

    private static void ReadFolder(string folder, Dictionary<string, IReadOnlyList<Clip>> captions, CaptionOptions options)
    {
        var files = Directory.GetFiles(folder, "*.csv");
        if (files.Length == 0)
            throw new DataFormatException(folder, "path", "a folder with a VIDEO.csv for each video was expected; it has no .csv file");
        Array.Sort(files, StringComparer.Ordinal);
        foreach (var file in files)
        {
            var video = Path.GetFileNameWithoutExtension(file);
            if (options.Videos?.Contains(video) != false)
                options.Guard(() => captions.Add(video, Clips(file, video, options)));
        }
    }

    private static List<Clip> Clips(string path, string video, ReadOptions options)
    {
        var clips = new List<Clip>();
        foreach (var row in CsvTable.Read(path, "start", "end", "text"))
            options.Guard(() =>
            {
                var segment = new Segment(row.Number("start"), row.Number("end"));
                if (Wrong(segment) is { } wrong)
                    throw row.Error("start", wrong);
                clips.Add(new Clip(video, segment, row["text"]));
            });
        return clips;
    }

    private static string? Wrong(Segment segment) =>
        segment.Start < 0 ? $"a start of at least 0 s was expected, {segment.Start:R} is there"
        : segment.End < segment.Start ? $"an end that is not before the start was expected; the caption runs from {segment.Start:R} to {segment.End:R} s"
        : null;
}
