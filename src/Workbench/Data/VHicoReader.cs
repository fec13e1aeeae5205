using System.Globalization;
using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>
/// Reads V-HICO's test annotations, gt_bbox_test.json and gt_bbox_unseen.json, which are pickles in spite of their names: {"annos": {verb: {video:
/// [{"path": ".../test/verb/video/47.jpg", "label": "verb object", "human": [[left, top, right, bottom], …], "object": [[…], …], "height", "width"}]}}}.
/// <para>Only this layout was tested, on files of ours: the published ones were not at hand. Source of the layout: eval/eval_utils.py and
/// eval/eval_vhico.py of the authors' code (weakly-supervised-human-object-detection-video). Labels are brought to lower case there and here.</para>
/// </summary>
public static class VHicoReader
{
    /// <summary>The published names: classes seen in training, and classes that were not.</summary>
    public const string TestFile = "gt_bbox_test.json", UnseenFile = "gt_bbox_unseen.json";

    /// <summary>The frames in the order of the file.</summary>
    /// <exception cref="DataFormatException">No such file, a pickle with anything but plain values and arrays of numbers, or an entry is wrong and <see cref="ReadOptions.SkipBad"/> is not set.</exception>
    public static IReadOnlyList<VHicoFrame> Read(string path, ReadOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new ReadOptions();
        var frames = new List<VHicoFrame>();
        var seen = new HashSet<(string Frame, string Label)>();
        foreach (var (action, videos) in PickleCursor.Read(path)["annos"].Fields(options))
            options.Guard(() =>
            {
                foreach (var (video, list) in videos.Fields(options))
                    options.Guard(() =>
                    {
                        foreach (var item in list.Items())
                            options.Guard(() =>
                            {
                                var frame = Frame(action, video, item);
                                if (!seen.Add((frame.Frame, frame.Label)))
                                    throw item["path"].Error($"each frame may appear once with a label; '{frame.Frame}' appears again with '{frame.Label}'");
                                frames.Add(frame);
                            });
                    });
            });
        return frames;
    }

    private static VHicoFrame Frame(string action, string video, PickleCursor item)
    {
        var label = item["label"].Text().Trim().ToLowerInvariant();
        if (label.Length == 0)
            throw item["label"].Error("a verb and an object were expected; the label is empty");
        string[] parts = item["path"].Text().Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || !int.TryParse(parts[^1].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw item["path"].Error($"a picture named VIDEO/NUMBER.jpg was expected, '{item["path"].Text()}' is there");
        if (parts[^2] != video)
            throw item["path"].Error($"a picture of '{video}' was expected, '{item["path"].Text()}' is there");
        FrameSize? size = item.Optional("width") is { } width && item.Optional("height") is { } height ? new FrameSize(Positive(width), Positive(height)) : null;
        return new VHicoFrame(action, video, string.Join('/', parts.TakeLast(3)), number, label, size, Boxes(item["human"], size), Boxes(item["object"], size));
    }

    private static int Positive(PickleCursor field) => field.Whole() is > 0 and var value ? value : throw field.Error("pixels above 0 were expected");

    private static List<Box> Boxes(PickleCursor field, FrameSize? size)
    {
        var boxes = field.Rows(4).Select(row => new Box(row[0], row[1], row[2], row[3])).ToList();
        if (boxes.Count == 0)
            throw field.Error("at least one box was expected");
        foreach (var box in boxes)
        {
            if (box.Right < box.Left || box.Bottom < box.Top)
                throw field.Error(FormattableString.Invariant($"[left, top, right, bottom] was expected; the corners of [{box.Left}, {box.Top}, {box.Right}, {box.Bottom}] are swapped"));
            if (box.Left < 0 || box.Top < 0 || (size is { } frame && (box.Right > frame.Width || box.Bottom > frame.Height)))
                throw field.Error(FormattableString.Invariant($"a box inside the {(size is { } f ? $"{f.Width}×{f.Height} " : "")}picture was expected; [{box.Left}, {box.Top}, {box.Right}, {box.Bottom}] is there"));
        }
        return boxes;
    }
}
