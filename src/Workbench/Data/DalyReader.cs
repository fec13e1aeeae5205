using System.Text;
using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>
/// Reads DALY's annotations, daly1.1.0.pkl: {"labels", "objectList", "joints", "splits": [[test video, …]], "metadata": {video: {"duration", "fps",
/// "nbframes_ffmpeg"}}, "annot": {video: {"suggestedClass", "annot": {class: [{"beginTime", "endTime", "flags": {…}, "keyframes": [{"time",
/// "frameNumber", "boundingBox": 1×4, "objects": n×7, "pose"}]}]}}}}. Boxes are relative to the frame; a row of objects is left, top, right,
/// bottom, number in objectList, isOccluded, isHallucinate.
/// <para>Only this layout was tested, on files of ours: the published one was not at hand. Source of the layout: the authors' "How to use DALY" (version
/// 1.1.0) and public code that reads the file. 510 videos, 310 for training and 200 for testing, ten classes.</para>
/// </summary>
public static class DalyReader
{
    /// <summary>The published name.</summary>
    public const string FileName = "daly1.1.0.pkl";

    /// <summary>The videos in the order of the file.</summary>
    /// <exception cref="DataFormatException">No such file, a pickle with anything but plain values and arrays of numbers, or an entry is wrong and <see cref="ReadOptions.SkipBad"/> is not set.</exception>
    public static IReadOnlyList<DalyVideo> Read(string path, ReadOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new ReadOptions();
        var file = PickleCursor.Read(path);
        string[] labels = [.. file["labels"].Items().Select(item => item.Text())], objects = [.. file["objectList"].Items().Select(item => item.Text())];
        var annotations = file["annot"];
        var known = annotations.Fields(new ReadOptions { SkipBad = true }).Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var test = new HashSet<string>(StringComparer.Ordinal);
        foreach (var split in file["splits"].Items().Take(1))
            foreach (var item in split.Items())
                options.Guard(() =>
                {
                    if (!known.Contains(item.Text()))
                        throw item.Error($"an annotated video was expected; '{item.Text()}' is unknown");
                    test.Add(item.Text());
                });
        var videos = new List<DalyVideo>();
        foreach (var (name, entry) in annotations.Fields(options))
            options.Guard(() =>
            {
                var facts = file["metadata"][name];
                double duration = Positive(facts["duration"]), fps = Positive(facts["fps"]);
                var instances = new List<DalyInstance>();
                foreach (var (label, list) in entry["annot"].Fields(options))
                    options.Guard(() =>
                    {
                        if (!labels.Contains(label))
                            throw list.Error($"one of the file's labels was expected ({string.Join(", ", labels)}); '{label}' is there");
                        foreach (var item in list.Items())
                            options.Guard(() => instances.Add(Instance(label, item, duration, objects, options)));
                    });
                videos.Add(new DalyVideo(Path.GetFileNameWithoutExtension(name), duration, fps, (int)Positive(facts["nbframes_ffmpeg"]), test.Contains(name), instances));
            });
        return videos;
    }

    /// <summary>"ApplyingMakeUpOnLips" as "applying make up on lips".</summary>
    public static string InWords(string className)
    {
        ArgumentNullException.ThrowIfNull(className);
        var words = new StringBuilder();
        foreach (var letter in className)
        {
            if (char.IsUpper(letter) && words.Length > 0)
                words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }
        return words.ToString();
    }

    private static DalyInstance Instance(string label, PickleCursor item, double duration, string[] objects, ReadOptions options)
    {
        double begin = item["beginTime"].Number(), end = item["endTime"].Number();
        if (begin < 0)
            throw item["beginTime"].Error($"a start of at least 0 s was expected, {begin:R} is there");
        if (end < begin)
            throw item["endTime"].Error($"an end that is not before the start was expected; the instance runs from {begin:R} to {end:R} s");
        if (begin >= duration)
            throw item["beginTime"].Error($"an instance inside the video was expected, which lasts {duration:R} s; it begins at {begin:R} s");
        var keyframes = new List<DalyKeyframe>();
        foreach (var frame in item["keyframes"].Items())
            options.Guard(() => keyframes.Add(Keyframe(frame, duration, objects)));
        keyframes.Sort((a, b) => a.Time.CompareTo(b.Time));
        var flags = item.Optional("flags");
        return new DalyInstance(
            label, InWords(label), new Segment(begin, Math.Min(end, duration)), keyframes, flags?.Optional("isReflection")?.Flag() == true, flags?.Optional("isAmbiguous")?.Flag() == true);
    }

    private static DalyKeyframe Keyframe(PickleCursor item, double duration, string[] objects)
    {
        var time = item["time"].Number();
        if (time < 0 || time > duration)
            throw item["time"].Error($"a time inside the video was expected, which lasts {duration:R} s; {time:R} s is there");
        if (item["boundingBox"].Rows(4) is not [var box])
            throw item["boundingBox"].Error("one box was expected");
        var things = item.Optional("objects") is { } list
            ? list.Rows(5).Select(row => (row[4] >= 0 && row[4] < objects.Length ? objects[(int)row[4]] : null, Relative(row, list))).ToArray()
            : [];
        return new DalyKeyframe(time, item["frameNumber"].Whole(), Relative(box, item["boundingBox"]), things);
    }

    private static Box Relative(double[] corners, PickleCursor field)
    {
        var box = new Box(corners[0], corners[1], corners[2], corners[3]);
        if (box.Right < box.Left || box.Bottom < box.Top)
            throw field.Error(FormattableString.Invariant($"left, top, right, bottom were expected; the corners of [{box.Left}, {box.Top}, {box.Right}, {box.Bottom}] are swapped"));
        return box.Left >= 0 && box.Top >= 0 && box.Right <= 1 && box.Bottom <= 1
            ? box
            : throw field.Error(FormattableString.Invariant($"a box relative to the frame, from 0 to 1, was expected; [{box.Left}, {box.Top}, {box.Right}, {box.Bottom}] is there"));
    }

    private static double Positive(PickleCursor field) => field.Number() is > 0 and var value ? value : throw field.Error($"a number above 0 was expected, {field.Number():R} is there");
}
