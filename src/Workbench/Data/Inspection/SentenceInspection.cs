namespace Workbench.Data.Inspection;

/// <summary>Counts the sets of narrations, moments and annotated frames.</summary>
internal static class SentenceInspection
{
    public static readonly string[] CaptionNames = ["captions.json", "raw_caption.json", "captions"];

    /// <summary>The list of videos and the narrations of a HowTo100M folder.</summary>
    public static void HowTo100M(string folder, Findings found)
    {
        string list = Path.Combine(folder, "videos.csv");
        if (File.Exists(list))
            VideoList(list, found);
        if (CaptionNames.Select(name => Path.Combine(folder, name)).FirstOrDefault(Path.Exists) is { } captions)
            Captions(captions, found);
    }

    public static void VideoList(string path, Findings found) => found.Guard(() => found.Count("videos listed", Workbench.Data.VideoList.Read(path, found.Reading).Count));

    /// <summary>Narrations: a JSON file, or a folder of CSV files.</summary>
    public static void Captions(string path, Findings found) => found.Guard(() =>
    {
        IReadOnlyDictionary<string, IReadOnlyList<Clip>> read = HowTo100MCaptions.Read(path, new CaptionOptions { SkipBad = true, OnProblem = found.Note });
        Clip[] all = [.. read.Values.SelectMany(c => c)];
        found.Count("videos with sentences", read.Count);
        found.Count("sentences", all.Length);
        found.Count("words", all.Sum(c => c.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length));
        found.Count("seconds with sentences", Math.Round(all.Sum(c => c.Segment.Length)));
    });

    /// <summary>Every split of a set of moments that is there.</summary>
    public static void Moments(string folder, DataPart part, Findings found)
    {
        foreach (string split in MomentFiles.Splits(folder, part))
            found.Guard(() => Moments(MomentFiles.Read(folder, part, split, found.Reading), found, split + ": "));
    }

    public static void Moments(IReadOnlyList<MomentQuery> moments, Findings found, string prefix = "")
    {
        found.Count(prefix + "videos", moments.Select(m => m.Video).Distinct(StringComparer.Ordinal).Count());
        found.Count(prefix + "sentences", moments.Count);
        found.Count(prefix + "seconds of moments", Math.Round(moments.Sum(m => m.Segment.Length)));
        found.Count(prefix + "seconds of video", Math.Round(moments.DistinctBy(m => m.Video).Sum(m => m.Duration)));
    }

    /// <summary>A list of segments with their sentences.</summary>
    public static void Clips(IReadOnlyList<Clip> clips, Findings found, string prefix = "")
    {
        found.Count(prefix + "videos", clips.Select(c => c.Video).Distinct(StringComparer.Ordinal).Count());
        found.Count(prefix + "segments", clips.Count);
        found.Count(prefix + "sentences", clips.Select(c => c.Text).Distinct(StringComparer.Ordinal).Count());
        found.Count(prefix + "seconds of segments", Math.Round(clips.Sum(c => c.Segment.Length)));
    }

    public static void VHico(string path, Findings found, string prefix = "") => found.Guard(() =>
    {
        IReadOnlyList<VHicoFrame> frames = VHicoReader.Read(path, found.Reading);
        found.Count(prefix + "videos", frames.Select(f => (f.Action, f.Video)).Distinct().Count());
        found.Count(prefix + "frames", frames.Count);
        found.Count(prefix + "labels", frames.Select(f => f.Label).Distinct(StringComparer.Ordinal).Count());
        found.Count(prefix + "boxes of people", frames.Sum(f => f.Humans.Count));
        found.Count(prefix + "boxes of things", frames.Sum(f => f.Objects.Count));
    });

    public static void Daly(string path, Findings found) => found.Guard(() =>
    {
        IReadOnlyList<DalyVideo> videos = DalyReader.Read(path, found.Reading);
        DalyInstance[] instances = [.. videos.SelectMany(v => v.Instances)];
        found.Count("videos", videos.Count);
        found.Count("videos for testing", videos.Count(v => v.IsTest));
        found.Count("segments", instances.Length);
        found.Count("segments of reflections or in doubt", instances.Count(i => i.Reflection || i.Ambiguous));
        found.Count("labels", instances.Select(i => i.Label).Distinct(StringComparer.Ordinal).Count());
        found.Count("boxes", instances.Sum(i => i.Keyframes.Count));
        found.Count("boxes of things", instances.Sum(i => i.Keyframes.Sum(k => k.Objects.Count)));
        found.Count("seconds of action", Math.Round(instances.Sum(i => i.Segment.Length)));
        found.Count("seconds of video", Math.Round(videos.Sum(v => v.Duration)));
    });
}
