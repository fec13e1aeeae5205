namespace Workbench.Data.Inspection;

/// <summary>Says what a file or folder is, counts what is in it and lists what is wrong with it. Reads and changes nothing.</summary>
public static class Inspector
{
    private static readonly string[] s_videos = [".mp4", ".mkv", ".webm", ".avi", ".mov", ".m4v"];

    /// <param name="path">A file or folder.</param>
    /// <param name="kind">What it is to be read as; null finds out.</param>
    /// <exception cref="DataFormatException">There is nothing there, or it is nothing that is known.</exception>
    public static Inspection Inspect(string path, InspectionKind? kind = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        path = System.IO.Path.GetFullPath(path).TrimEnd(System.IO.Path.DirectorySeparatorChar);
        if (!System.IO.Path.Exists(path))
            throw new DataFormatException(path, "path", "a file or folder was expected, there is none");
        InspectionKind found = kind ?? Recognise(path);
        return found switch
        {
            InspectionKind.DataRoot => Root(path),
            InspectionKind.Features => Features(path),
            InspectionKind.Weights => Weights(path),
            InspectionKind.Video => Video(path),
            _ => Part(path, Enum.Parse<DataPart>(found.ToString())),
        };
    }

    /// <summary>A data set is known by its folder's name or by the files that only it has.</summary>
    private static InspectionKind Recognise(string path)
    {
        if (File.Exists(path))
            return s_videos.Contains(System.IO.Path.GetExtension(path).ToLowerInvariant()) ? InspectionKind.Video : InspectionKind.Weights;
        if (File.Exists(System.IO.Path.Combine(path, FeatureStoreLayout.IndexName)))
            return InspectionKind.Features;
        string name = System.IO.Path.GetFileName(path);
        if (Enum.TryParse(name, out DataPart named) && named.ToString() == name)
            return Enum.Parse<InspectionKind>(name);
        if (Enum.GetNames<DataPart>().Any(part => Directory.Exists(System.IO.Path.Combine(path, part))))
            return InspectionKind.DataRoot;
        (string File, InspectionKind Kind)[] signs =
        [
            ("id2xy_box.json", InspectionKind.GroundingYouTube), ("vid2step.json", InspectionKind.GroundingYouTube), ("final_dataset_segments.pkl", InspectionKind.YouCook2Interactions),
            ("charades_sta_test.txt", InspectionKind.CharadesSTA), ("weakYouTube_dict.txt", InspectionKind.MiningYouTube), ("annotations", InspectionKind.MiningYouTube), ("videos.csv", InspectionKind.HowTo100M),
        ];
        foreach ((string file, InspectionKind kind) in signs)
            if (System.IO.Path.Exists(System.IO.Path.Combine(path, file)))
                return kind;
        throw new DataFormatException(path, "folder", $"a data set ({string.Join(", ", Enum.GetNames<DataPart>())}), a folder of them, or a feature store was expected; --as says which one it is");
    }

    private static Inspection Root(string path)
    {
        DataRoot root = DataRoot.Open(path);
        return new Inspection(path, InspectionKind.DataRoot, [("data sets", root.Parts.Count)], [], [.. root.Parts.Select(part => Part(root.Folder(part), part))]);
    }

    private static Inspection Part(string folder, DataPart part)
    {
        var problems = new List<string>();
        var counts = new List<(string, double)>();
        void Note(DataProblem problem)
        {
            if (!problems.Contains(problem.ToString())) // Files that are read more than once say the same again.
                problems.Add(problem.ToString());
        }

        void Guard(Action read)
        {
            try
            {
                read();
            }
            catch (DataFormatException error)
            {
                problems.Add(error.Message);
            }
        }

        Guard(() =>
        {
            switch (part)
            {
                case DataPart.HowTo100M:
                    HowTo100M(folder, counts, Note, Guard);
                    break;
                case DataPart.GroundingYouTube:
                    GroundingYouTube(folder, counts, Note, Guard);
                    break;
                case DataPart.MiningYouTube:
                    Count(MiningYouTubeReader.Read(folder, new MiningYouTubeOptions { SkipBad = true, OnProblem = Note }), counts);
                    break;
                case DataPart.YouCook2Interactions:
                    Count(YouCook2InteractionsReader.Read(folder, new YouCook2InteractionsOptions { SkipBad = true, OnProblem = Note }), counts);
                    break;
                case DataPart.YouCook2:
                    Count(YouCook2Reader.Read(System.IO.Path.Combine(folder, YouCook2Reader.FileName), new YouCook2Options { SkipBad = true, OnProblem = Note }), counts);
                    break;
                case DataPart.VHICO:
                    counts.Add(("frames", VHicoReader.Read(System.IO.Path.Combine(folder, VHicoReader.TestFile), new ReadOptions { SkipBad = true, OnProblem = Note }).Count));
                    break;
                case DataPart.DALY:
                    counts.Add(("videos", DalyReader.Read(System.IO.Path.Combine(folder, DalyReader.FileName), new ReadOptions { SkipBad = true, OnProblem = Note }).Count));
                    break;
                default:
                    Moments(folder, part, counts, Note);
                    break;
            }
        });
        return new Inspection(folder, Enum.Parse<InspectionKind>(part.ToString()), counts, problems, []);
    }

    private static void HowTo100M(string folder, List<(string, double)> counts, Action<DataProblem> note, Action<Action> guard)
    {
        string? captions = new[] { "captions.json", "raw_caption.json", "captions" }.Select(name => System.IO.Path.Combine(folder, name)).FirstOrDefault(System.IO.Path.Exists);
        guard(() => counts.Add(("videos listed", VideoList.Read(System.IO.Path.Combine(folder, "videos.csv"), new ReadOptions { SkipBad = true, OnProblem = note }).Count)));
        guard(() =>
        {
            IReadOnlyDictionary<string, IReadOnlyList<Clip>> read = HowTo100MCaptions.Read(
                captions ?? throw new DataFormatException(folder, "captions", "captions.json, raw_caption.json or captions/ was expected, there is none"), new CaptionOptions { SkipBad = true, OnProblem = note });
            Clip[] all = [.. read.Values.SelectMany(c => c)];
            counts.AddRange([("videos with captions", read.Count), ("captions", all.Length), ("words", all.Sum(c => c.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length)), ("seconds with captions", Math.Round(all.Sum(c => c.Segment.End - c.Segment.Start)))]);
        });
    }

    /// <summary>Each of the three files of segments and each of the three files of boxes, as far as they are there.</summary>
    private static void GroundingYouTube(string folder, List<(string, double)> counts, Action<DataProblem> note, Action<Action> guard)
    {
        foreach (SegmentFile segments in Enum.GetValues<SegmentFile>())
            guard(() =>
            {
                GroundingSet set = GroundingYouTubeReader.Read(folder, new GroundingYouTubeOptions { Segments = segments, Boxes = null, SkipBad = true, OnProblem = note });
                counts.AddRange([($"{segments}: videos", set.Videos.Count), ($"{segments}: segments", set.Videos.Sum(v => v.Actions.Count)),
                    ($"{segments}: labels", set.Videos.SelectMany(v => v.Actions.Select(a => a.Label)).Distinct(StringComparer.Ordinal).Count())]);
            });
        foreach (BoxVariant boxes in Enum.GetValues<BoxVariant>())
            guard(() => counts.Add(($"boxes, {boxes}", GroundingYouTubeReader.Read(folder, new GroundingYouTubeOptions { Boxes = boxes, SkipBad = true, OnProblem = note }).Videos.Sum(v => v.Boxes.Count))));
        if (File.Exists(System.IO.Path.Combine(folder, PointFile.SecondRound)))
            guard(() =>
            {
                IReadOnlyList<PointAnnotation> points = GroundingYouTubeReader.ReadPoints(folder, new ReadOptions { SkipBad = true, OnProblem = note });
                counts.AddRange([("annotated frames", points.Count)]);
            });
    }

    private static void Moments(string folder, DataPart part, List<(string, double)> counts, Action<DataProblem> note)
    {
        foreach (string split in MomentFiles.Splits(folder, part))
        {
            IReadOnlyList<MomentQuery> moments = MomentFiles.Read(folder, part, split, new ReadOptions { SkipBad = true, OnProblem = note });
            counts.AddRange([($"{split}: videos", moments.Select(m => m.Video).Distinct(StringComparer.Ordinal).Count()), ($"{split}: sentences", moments.Count)]);
        }
    }

    private static void Count(GroundingSet set, List<(string, double)> counts) => counts.AddRange(
    [
        ("videos", set.Videos.Count),
        ("segments", set.Videos.Sum(v => v.Actions.Count)),
        ("labels", set.Videos.SelectMany(v => v.Actions.Select(a => a.Label)).Distinct(StringComparer.Ordinal).Count()),
        ("seconds with an action", Math.Round(set.Videos.Sum(v => v.Actions.Sum(a => Math.Max(0, a.Segment.End - a.Segment.Start))))),
        ("boxes", set.Videos.Sum(v => v.Boxes.Count)),
    ]);

    private static Inspection Features(string path)
    {
        using FeatureStore store = FeatureStore.Open(path);
        long[] shape = store.Videos.Count > 0 ? [.. store.Shapes(store.Videos[0]).SelectMany(s => s.Value)] : [];
        long seconds = store.Videos.Sum(v => store.Shapes(v).Values.First()[0]);
        return new Inspection(path, InspectionKind.Features, [("videos", store.Videos.Count), ("frames", seconds), ("width", shape.Length > 0 ? shape[^1] : 0)], [], []);
    }

    private static Inspection Weights(string path)
    {
        using ITensorFile file = TensorFiles.Open(path);
        return new Inspection(path, InspectionKind.Weights,
            [("tensors", file.Entries.Count), ("numbers", file.Entries.Values.Sum(e => e.Count)), ("MiB", Math.Round(file.Entries.Values.Sum(e => e.ByteLength) / 1048576.0, 1))], [], []);
    }

    private static Inspection Video(string path)
    {
        MediaInfo media = MediaProbe.Read(path);
        return new Inspection(path, InspectionKind.Video,
            [("width", media.Width), ("height", media.Height), ("seconds", Math.Round(media.Duration, 2)), ("frames a second", Math.Round(media.Fps, 2)), ("sound tracks", media.HasAudio ? 1 : 0)],
            media.Duration > 0 ? [] : [$"{path}: duration: a positive duration was expected; the file says none"], []);
    }
}
