namespace Workbench.Data;

/// <summary>
/// A folder laid out as data/README.md says, for real data and NarratedKitchen alike: one folder a data set, with its
/// annotation files in their published form and its videos in <c>videos/</c> (.mp4, .mkv or .webm, in this order). Where a
/// link cannot be made, <c>videos.txt</c> holds the path of the folder of videos instead. Parts may be missing; what a call
/// needs and does not find is listed in its error.
/// </summary>
public sealed class DataRoot
{
    private static readonly string[] Extensions = [".mp4", ".mkv", ".webm"];

    private static readonly string[] CaptionNames = ["captions.json", "raw_caption.json", "captions"];

    private DataRoot(string path) => Path = path;

    /// <summary>The root folder.</summary>
    public string Path { get; }

    /// <summary>The data sets that have a folder here.</summary>
    public IReadOnlyList<DataPart> Parts => [.. Enum.GetValues<DataPart>().Where(part => Directory.Exists(Folder(part)))];

    /// <summary>Opens a root; it must have the folder of at least one data set.</summary>
    /// <exception cref="DataFormatException">There is no such folder, or no data set in it.</exception>
    public static DataRoot Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Directory.Exists(path))
            throw new DataFormatException(path, "path", "a folder of data was expected, there is none");
        var root = new DataRoot(System.IO.Path.GetFullPath(path));
        return root.Parts.Count > 0
            ? root
            : throw new DataFormatException(path, "path", $"a folder with at least one of {string.Join(", ", Enum.GetNames<DataPart>())} was expected (data/README.md, \"Layout of real data\")");
    }

    /// <summary>The folder of a data set, whether it exists or not.</summary>
    public string Folder(DataPart part) => System.IO.Path.Combine(Path, part.ToString());

    /// <summary>
    /// What a data set lacks, as paths below the root: annotation files by default, the folder of videos too where
    /// <paramref name="videos"/> is set. Empty where nothing is missing.
    /// </summary>
    public IReadOnlyList<string> Missing(DataPart part, bool videos = false)
    {
        List<string> missing = [.. MissingIn(Folder(part), part).Select(names => string.Join(" or ", names.Split(" or ").Select(name => $"{part}/{name}")))];
        if (videos && VideoFolderIn(Folder(part)) is null)
            missing.Add($"{part}/videos/");
        return missing;
    }

    /// <summary>The annotation files that a data set's folder lacks, by their names; alternatives in one entry.</summary>
    internal static IReadOnlyList<string> MissingIn(string folder, DataPart part)
    {
        string[][] needed = part switch
        {
            DataPart.HowTo100M => [CaptionNames, ["videos.csv"]],
            DataPart.GroundingYouTube => [["seg.json", "ground_seg.json", "ground_seg_3to20.json"], ["id2xy_box_agree.json", "id2xy_box.json", "id2xy_box_new_s.json"], ["vid2step.json"], ["id2wh.json"], ["id2wh_new.json"]],
            DataPart.MiningYouTube => [["annotations"]],
            DataPart.YouCook2Interactions => [["final_dataset_segments.pkl"], ["final_dataset_annotations.pkl"]],
            DataPart.CharadesSTA => [["charades_sta_test.txt"], ["Charades_v1_test.csv"]],
            DataPart.ActivityNetCaptions or DataPart.TACoS => [["train.json", "val.json", "test.json"]],
            DataPart.YouCook2 => [[YouCook2Reader.FileName, YouCook2Reader.ListName]],
            DataPart.VHICO => [[VHicoReader.TestFile, VHicoReader.UnseenFile]],
            DataPart.DALY => [[DalyReader.FileName]],
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Not one of the data sets."),
        };
        return [.. needed.Where(names => !names.Any(name => System.IO.Path.Exists(System.IO.Path.Combine(folder, name)))).Select(names => string.Join(" or ", names))];
    }

    /// <summary>Refuses a data set that is not complete.</summary>
    /// <exception cref="DataFormatException">Something is missing; the message lists all of it.</exception>
    public void Require(DataPart part, bool videos = false)
    {
        if (Missing(part, videos) is { Count: > 0 } missing)
            throw new DataFormatException(Path, part.ToString(), $"this is missing (data/README.md, \"Layout of real data\"): {string.Join("; ", missing)}");
    }

    /// <summary>The narrations of the training videos, from captions.json, raw_caption.json or the folder captions/, whichever is found first.</summary>
    /// <exception cref="DataFormatException">Missing or wrong files.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<Clip>> ReadCaptions(CaptionOptions? options = null)
    {
        Require(DataPart.HowTo100M);
        return HowTo100MCaptions.Read(CaptionNames.Select(name => System.IO.Path.Combine(Folder(DataPart.HowTo100M), name)).First(System.IO.Path.Exists), options);
    }

    /// <summary>The training videos of videos.csv.</summary>
    /// <exception cref="DataFormatException">Missing or wrong files.</exception>
    public IReadOnlyList<VideoListEntry> ReadTrainingVideos(ReadOptions? options = null)
    {
        Require(DataPart.HowTo100M);
        return VideoList.Read(System.IO.Path.Combine(Folder(DataPart.HowTo100M), "videos.csv"), options);
    }

    /// <inheritdoc cref="GroundingYouTubeReader.Read"/>
    public GroundingSet ReadGroundingYouTube(GroundingYouTubeOptions? options = null)
    {
        Require(DataPart.GroundingYouTube);
        return GroundingYouTubeReader.Read(Folder(DataPart.GroundingYouTube), options);
    }

    /// <inheritdoc cref="MiningYouTubeReader.Read"/>
    public GroundingSet ReadMiningYouTube(MiningYouTubeOptions? options = null)
    {
        Require(DataPart.MiningYouTube);
        return MiningYouTubeReader.Read(Folder(DataPart.MiningYouTube), options);
    }

    /// <inheritdoc cref="YouCook2InteractionsReader.Read"/>
    public GroundingSet ReadYouCook2Interactions(YouCook2InteractionsOptions? options = null)
    {
        Require(DataPart.YouCook2Interactions);
        return YouCook2InteractionsReader.Read(Folder(DataPart.YouCook2Interactions), options);
    }

    /// <summary>The moments of a split ("test" or "train") of Charades-STA.</summary>
    /// <exception cref="DataFormatException">Missing or wrong files.</exception>
    public IReadOnlyList<MomentQuery> ReadCharadesSta(string split = "test", ReadOptions? options = null) => MomentFiles.Read(Folder(DataPart.CharadesSTA), DataPart.CharadesSTA, split, options);

    /// <summary>The moments of a split ("train", "val" or "test") of ActivityNet-Captions.</summary>
    /// <exception cref="DataFormatException">Missing or wrong files.</exception>
    public IReadOnlyList<MomentQuery> ReadActivityNetCaptions(string split, ReadOptions? options = null) =>
        MomentFiles.Read(Folder(DataPart.ActivityNetCaptions), DataPart.ActivityNetCaptions, split, options);

    /// <summary>The moments of a split ("train", "val" or "test") of TACoS.</summary>
    /// <exception cref="DataFormatException">Missing or wrong files.</exception>
    public IReadOnlyList<MomentQuery> ReadTacos(string split, ReadOptions? options = null) => MomentFiles.Read(Folder(DataPart.TACoS), DataPart.TACoS, split, options);

    /// <inheritdoc cref="YouCook2Reader.Read"/>
    public GroundingSet ReadYouCook2(YouCook2Options? options = null) => YouCook2Reader.Read(System.IO.Path.Combine(Folder(DataPart.YouCook2), YouCook2Reader.FileName), options);

    /// <summary>V-HICO's test frames: of the classes seen in training, or of the others.</summary>
    /// <exception cref="DataFormatException">Missing or wrong files.</exception>
    public IReadOnlyList<VHicoFrame> ReadVHico(bool unseen = false, ReadOptions? options = null) =>
        VHicoReader.Read(System.IO.Path.Combine(Folder(DataPart.VHICO), unseen ? VHicoReader.UnseenFile : VHicoReader.TestFile), options);

    /// <inheritdoc cref="DalyReader.Read"/>
    public IReadOnlyList<DalyVideo> ReadDaly(ReadOptions? options = null) => DalyReader.Read(System.IO.Path.Combine(Folder(DataPart.DALY), DalyReader.FileName), options);

    /// <summary>The file of a video, or null where there is none.</summary>
    /// <param name="id">The video's id, or a path below the folder of videos as HowTo100M's lists give it.</param>
    public string? FindVideo(DataPart part, string id) => VideoFolderIn(Folder(part)) is { } folder ? FindVideoIn(folder, id) : null;

    /// <summary>The same in a folder of videos.</summary>
    internal static string? FindVideoIn(string folder, string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, id));
        if (!path.StartsWith(folder + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new ArgumentException($"A video inside '{folder}' is expected; '{id}' lies outside.", nameof(id));
        return IsVideo(path) && File.Exists(path) ? path : Extensions.Select(extension => path + extension).FirstOrDefault(File.Exists);
    }

    /// <summary>True for a name with one of the endings that are looked for.</summary>
    internal static bool IsVideo(string path) => Extensions.Contains(System.IO.Path.GetExtension(path));

    /// <summary>The file of a video that must be there.</summary>
    /// <exception cref="DataFormatException">There is none.</exception>
    public string VideoPath(DataPart part, string id) =>
        FindVideo(part, id) ?? throw new DataFormatException(VideoFolder(part), $"video '{id}'", $"{id}{string.Join(", ", Extensions)} was expected, there is none");

    /// <summary>The folder of a data set's videos.</summary>
    /// <exception cref="DataFormatException">There is neither videos/ nor a videos.txt that names a folder.</exception>
    public string VideoFolder(DataPart part) =>
        VideoFolderIn(Folder(part)) ?? throw new DataFormatException(Folder(part), "videos", "a folder videos/ was expected (or videos.txt with its path), there is none");

    /// <summary>The folder of videos of a data set's folder: videos/, or the one that videos.txt names; null where there is none.</summary>
    internal static string? VideoFolderIn(string set)
    {
        var folder = System.IO.Path.Combine(set, "videos");
        if (Directory.Exists(folder))
            return folder;
        var pointer = folder + ".txt";
        if (!File.Exists(pointer))
            return null;
        folder = System.IO.Path.GetFullPath(System.IO.Path.Combine(set, File.ReadAllText(pointer).Trim())).TrimEnd('/');
        return Directory.Exists(folder) ? folder : null;
    }
}
