using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>
/// Reads YouCook2: youcookii_annotations_trainval.json, {"database": {video: {"duration": s, "subset", "recipe_type", "annotations": [{"segment":
/// [start, end], "id", "sentence"}], "video_url"}}} (1,333 training and 457 validation videos), and lists of segments as
/// validation_youcook.csv, with the columns end, start, task, text, video_id (3,350 rows of 436 videos). Whole seconds.
/// </summary>
public static class YouCook2Reader
{
    /// <summary>The published names.</summary>
    public const string FileName = "youcookii_annotations_trainval.json", ListName = "validation_youcook.csv";

    /// <summary>The videos in the order of the file; an action is a recipe step with its sentence as the label. No boxes, frame size 0×0.</summary>
    /// <exception cref="DataFormatException">No such file, broken JSON, or an entry is wrong and <see cref="ReadOptions.SkipBad"/> is not set.</exception>
    public static GroundingSet Read(string path, YouCook2Options? options = null)
    {
        options ??= new YouCook2Options();
        var videos = new List<GroundingVideo>();
        foreach (var (id, entry) in JsonFile.Read(path)["database"].Fields(options))
            options.Guard(() =>
            {
                var duration = entry["duration"].Number();
                if (duration <= 0)
                    throw entry["duration"].Error($"seconds above 0 were expected, {duration:R} is there");
                var subset = entry["subset"].Text();
                if (options.Subset is { } wanted && wanted != subset)
                    return;
                var actions = ReadSteps(entry["annotations"], duration, options);
                videos.Add(new GroundingVideo { Id = id, Width = 0, Height = 0, Duration = duration, Actions = actions, Pool = actions.Select(action => action.Label).Distinct().ToList() });
            });
        return new GroundingSet("YouCook2", videos);
    }

    /// <summary>The rows of a list of segments, in the order of the file.</summary>
    /// <exception cref="DataFormatException">No such file, a column is missing, or a row is wrong and <see cref="ReadOptions.SkipBad"/> is not set.</exception>
    public static IReadOnlyList<Clip> ReadList(string path, ReadOptions? options = null)
    {
        options ??= new ReadOptions();
        var clips = new List<Clip>();
        foreach (var row in CsvTable.Read(path, "end", "start", "text", "video_id"))
            options.Guard(() =>
            {
                var segment = new Segment(row.Number("start"), row.Number("end"));
                if (segment.Start < 0)
                    throw row.Error("start", $"a start of at least 0 s was expected, {segment.Start:R} is there");
                if (segment.IsEmpty)
                    throw row.Error("end", $"an end after the start was expected; the segment runs from {segment.Start:R} to {segment.End:R} s");
                if (string.IsNullOrWhiteSpace(row["text"]))
                    throw row.Error("text", "a sentence was expected; it is empty");
                if (row["video_id"].Length == 0)
                    throw row.Error("video_id", "a video was expected; it is empty");
                clips.Add(new Clip(row["video_id"], segment, row["text"].Trim()));
            });
        return clips;
    }

    private static List<ActionSegment> ReadSteps(JsonCursor list, double duration, ReadOptions options)
    {
        var actions = new List<ActionSegment>();
        var ids = new HashSet<int>();
        foreach (var item in list.Items())
            options.Guard(() =>
            {
                var bounds = item["segment"].Numbers(2);
                if (bounds[0] < 0 || bounds[1] < bounds[0])
                    throw item["segment"].Error($"[start, end] with 0 ≤ start ≤ end was expected; [{bounds[0]:R}, {bounds[1]:R}] is there");
                // Bounds are whole seconds, durations are not: the last second may be begun only.
                if (bounds[0] >= duration || bounds[1] > Math.Ceiling(duration))
                    throw item["segment"].Error($"a segment inside the video was expected, which lasts {duration:R} s; [{bounds[0]:R}, {bounds[1]:R}] is there");
                var sentence = item["sentence"].Text().Trim();
                if (sentence.Length == 0)
                    throw item["sentence"].Error("a sentence was expected; it is empty");
                var id = item["id"].Whole();
                if (!ids.Add(id))
                    throw item["id"].Error($"each id may appear once in a video; {id} appears again");
                actions.Add(new ActionSegment(id, sentence, new Segment(bounds[0], bounds[1])));
            });
        return actions;
    }
}
