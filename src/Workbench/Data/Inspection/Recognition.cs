using Workbench.Data.Formats;

namespace Workbench.Data.Inspection;

/// <summary>Finds out what a file or folder is, from its name, its neighbours and its first bytes.</summary>
internal static class Recognition
{
    private static readonly string[] s_videos = [".mp4", ".mkv", ".webm", ".avi", ".mov", ".m4v"];

    private static readonly (string Name, InspectionKind Kind)[] s_signs =
    [
        ("seg.json", InspectionKind.GroundingYouTube), ("vid2step.json", InspectionKind.GroundingYouTube), ("id2xy_box.json", InspectionKind.GroundingYouTube),
        ("id2xy_box_agree.json", InspectionKind.GroundingYouTube), ("id2xy_box_new_s.json", InspectionKind.GroundingYouTube), ("ground_seg.json", InspectionKind.GroundingYouTube),
        ("ground_seg_3to20.json", InspectionKind.GroundingYouTube), ("id2wh.json", InspectionKind.GroundingYouTube), ("id2wh_new.json", InspectionKind.GroundingYouTube),
        (PointFile.FirstRound, InspectionKind.GroundingYouTube), (PointFile.SecondRound, InspectionKind.GroundingYouTube), (AnnotatorPoints.FileName, InspectionKind.GroundingYouTube),
        ("final_dataset_segments.pkl", InspectionKind.YouCook2Interactions), ("final_dataset_annotations.pkl", InspectionKind.YouCook2Interactions),
        (YouCook2Reader.FileName, InspectionKind.YouCook2), (YouCook2Reader.ListName, InspectionKind.YouCook2),
        ("charades_sta_test.txt", InspectionKind.CharadesSTA), ("charades_sta_train.txt", InspectionKind.CharadesSTA),
        (VHicoReader.TestFile, InspectionKind.VHICO), (VHicoReader.UnseenFile, InspectionKind.VHICO), (DalyReader.FileName, InspectionKind.DALY),
        ("weakYouTube_dict.txt", InspectionKind.MiningYouTube), ("annotations", InspectionKind.MiningYouTube),
        ("videos.csv", InspectionKind.HowTo100M), ("captions.json", InspectionKind.HowTo100M), ("raw_caption.json", InspectionKind.HowTo100M), ("captions", InspectionKind.HowTo100M),
    ];

    /// <exception cref="DataFormatException">It is nothing that is known.</exception>
    public static InspectionKind Of(string path) => File.Exists(path) ? OfFile(path) : OfFolder(path);

    /// <summary>A data set is known by its folder's name or by the files that only it has.</summary>
    private static InspectionKind OfFolder(string path)
    {
        if (File.Exists(Path.Combine(path, FeatureStoreLayout.IndexName)))
            return InspectionKind.Features;
        string name = Path.GetFileName(path);
        if (Enum.TryParse(name, out DataPart named) && named.ToString() == name)
            return Enum.Parse<InspectionKind>(name);
        if (Enum.GetNames<DataPart>().Any(part => Directory.Exists(Path.Combine(path, part))))
            return InspectionKind.DataRoot;
        foreach ((string sign, InspectionKind kind) in s_signs)
            if (Path.Exists(Path.Combine(path, sign)))
                return kind;
        foreach (string split in new[] { "train.json", "val.json", "test.json" })
            if (File.Exists(Path.Combine(path, split)))
                return OfFile(Path.Combine(path, split));
        throw new DataFormatException(path, "folder", $"a data set ({string.Join(", ", Enum.GetNames<DataPart>())}), a folder of them, or a feature store was expected; --as says which one it is");
    }

    private static InspectionKind OfFile(string path)
    {
        string name = Path.GetFileName(path), extension = Path.GetExtension(path).ToLowerInvariant();
        if (s_videos.Contains(extension))
            return InspectionKind.Video;
        if (Array.Find(s_signs, sign => sign.Name == name) is { Name: not null } sign)
            return sign.Kind;
        return extension switch
        {
            ".srt" => InspectionKind.MiningYouTube,
            ".txt" => InspectionKind.CharadesSTA,
            ".csv" => OfTable(path),
            ".json" => IsText(path) ? OfJson(path) : OfPickle(path) ?? throw new DataFormatException(path, "offset 0", "JSON, or a pickle of a known data set, was expected; --as says which one it is"),
            ".pkl" when OfPickle(path) is { } kind => kind,
            _ => InspectionKind.Weights,
        };
    }

    private static InspectionKind OfTable(string path)
    {
        IReadOnlyList<string> columns = CsvTable.Columns(path);
        return columns.Contains("text") && columns.Contains("video_id") ? InspectionKind.YouCook2
            : columns.Contains("text") || columns.Contains("video_id") || columns.Contains("video_path") ? InspectionKind.HowTo100M
            : columns.Contains("id") && columns.Contains("length") ? InspectionKind.CharadesSTA
            : throw new DataFormatException(path, "line 1", $"the columns of a known list were expected; there are {string.Join(", ", columns)}");
    }

    private static InspectionKind OfJson(string path)
    {
        foreach ((string key, JsonCursor value) in JsonFile.ReadEntries(path))
        {
            bool Has(params string[] fields) => value.Element.ValueKind == System.Text.Json.JsonValueKind.Object && fields.All(field => value.Element.TryGetProperty(field, out _));
            if (key == "database")
                return InspectionKind.YouCook2;
            if (Has("timestamps", "num_frames"))
                return InspectionKind.TACoS;
            if (Has("timestamps", "sentences"))
                return InspectionKind.ActivityNetCaptions;
            if (Has("start", "end", "text"))
                return InspectionKind.HowTo100M;
            break;
        }

        throw new DataFormatException(path, "the first entry", "the annotations of a known data set were expected; --as says which one it is");
    }

    /// <summary>True where the file begins as JSON does; V-HICO's files are pickles with the ending of JSON.</summary>
    private static bool IsText(string path)
    {
        using FileStream file = File.OpenRead(path);
        return file.ReadByte() is -1 or '{' or '[' or ' ' or '\t' or '\r' or '\n' or 0xEF;
    }

    /// <summary>Other pickles may be weights.</summary>
    private static InspectionKind? OfPickle(string path)
    {
        try
        {
            PickleCursor file = PickleCursor.Read(path);
            return file.Optional("annos") is not null ? InspectionKind.VHICO : file.Optional("annot") is not null ? InspectionKind.DALY : null;
        }
        catch (DataFormatException)
        {
            return null;
        }
    }
}
