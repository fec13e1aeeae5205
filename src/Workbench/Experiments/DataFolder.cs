using Workbench.Backbones;
using Workbench.Data;

namespace Workbench.Experiments;

/// <summary>Opens a folder laid out as data/README.md says, real or generated, for an experiment.</summary>
public static class DataFolder
{
    private static readonly DataPart[] s_tests = [DataPart.GroundingYouTube, DataPart.MiningYouTube, DataPart.YouCook2Interactions];

    /// <summary>
    /// Reads the annotations, encodes the videos that have no features yet, and opens both. Narrated videos that are gone or cannot be
    /// decoded are left out with a note, as everyone's copy of HowTo100M lacks some; a test video must be there, since without it the numbers
    /// are about another set, unless the options say that what is bad is left out.
    /// </summary>
    /// <returns>The inputs; their name says how many bad entries were left out, so that their runs are not taken for those of the whole data.</returns>
    /// <exception cref="DataFormatException">
    /// Files or folders are missing (all are listed), a file is broken, a test video is missing or cannot be decoded, an action lies outside its video,
    /// or no narrated video is there.
    /// </exception>
    public static ExperimentInputs Open(
        string folder, string features, string name, IBackbone backbone, DataFolderOptions? options = null, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(backbone);
        options ??= new DataFolderOptions();
        DataRoot root = DataRoot.Open(folder);
        string[] missing = [.. s_tests.Prepend(DataPart.HowTo100M).SelectMany(part => root.Missing(part, videos: true))];
        if (missing.Length > 0)
            throw new DataFormatException(root.Path, "parts", $"this is missing (data/README.md, \"Layout of real data\"): {string.Join("; ", missing)}");
        var problems = new HashSet<DataProblem>(); // Files that are read more than once say the same again.
        Action<DataProblem>? tell = options.OnProblem;
        options = options with
        {
            OnProblem = problem =>
            {
                if (problems.Add(problem))
                    tell?.Invoke(problem);
            },
        };
        var (skip, note) = (options.SkipBad, options.OnProblem);
        var sets = new List<(DataPart Part, GroundingSet Set)>
        {
            (DataPart.GroundingYouTube, root.ReadGroundingYouTube(new GroundingYouTubeOptions { SkipBad = skip, OnProblem = note })),
            (DataPart.MiningYouTube, root.ReadMiningYouTube(new MiningYouTubeOptions { SkipBad = skip, OnProblem = note })),
            (DataPart.YouCook2Interactions, root.ReadYouCook2Interactions(new YouCook2InteractionsOptions { SkipBad = skip, OnProblem = note })),
        };
        if (options.PublishedSingleActions && File.Exists(Path.Combine(root.Folder(DataPart.GroundingYouTube), "ground_seg_3to20.json")))
            sets.Add((DataPart.GroundingYouTube, root.ReadGroundingYouTube(new GroundingYouTubeOptions { Segments = SegmentFile.Ground3To20, SkipBad = skip, OnProblem = note })));

        string train = Path.Combine(features, backbone.Name, "train"), test = Path.Combine(features, backbone.Name, "test");
        var notes = new List<string>();
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        Dictionary<string, IReadOnlyList<Clip>> captions = EncodeTraining(root, train, backbone, files, notes, options, progress, cancellation);
        sets = EncodeTests(root, sets, test, backbone, files, options, progress, cancellation);
        return new ExperimentInputs
        {
            Name = problems.Count == 0 ? name : $"{name}-less-{problems.Count}",
            Backbone = backbone,
            Captions = captions,
            Training = FeatureStore.Open(train, backbone.Name),
            Testing = FeatureStore.Open(test, backbone.Name),
            SpatioTemporal = sets[0].Set,
            Temporal = sets[1].Set,
            Spatial = sets[2].Set,
            SingleActions = sets.Count > 3 ? sets[3].Set : sets[0].Set,
            Files = files,
            Notes = notes,
        };
    }

    /// <summary>Encodes the videos of videos.csv that have captions.</summary>
    /// <returns>Their captions.</returns>
    private static Dictionary<string, IReadOnlyList<Clip>> EncodeTraining(
        DataRoot root, string store, IBackbone backbone, Dictionary<string, string> files, List<string> notes, ReadOptions options, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, IReadOnlyList<Clip>> captions = root.ReadCaptions(new CaptionOptions { SkipBad = options.SkipBad, OnProblem = options.OnProblem });
        VideoListEntry[] listed = [.. root.ReadTrainingVideos(options).Where(v => captions.ContainsKey(v.Id))];
        (string Id, string? Path)[] videos = [.. listed.OrderBy(v => v.Id, StringComparer.Ordinal).Select(v => (v.Id, root.FindVideo(DataPart.HowTo100M, v.File)))];
        (string Id, string Path)[] there = [.. videos.Where(v => v.Path is not null).Select(v => (v.Id, v.Path!))];
        if (there.Length == 0)
            throw new DataFormatException(root.VideoFolder(DataPart.HowTo100M), "videos", $"a file was expected for at least one of the {videos.Length} videos that videos.csv lists and that have captions");
        foreach ((string id, string path) in there)
            files[id] = path;
        ExtractionResult result = FeatureExtractor.Run(there, store, backbone, null, progress, cancellation);
        if (there.Length < videos.Length)
            notes.Add($"{videos.Length - there.Length} of {videos.Length} narrated videos are not here and are left out; the first is '{videos.First(v => v.Path is null).Id}'");
        if (result.Broken.Count > 0)
            notes.Add($"{result.Broken.Count} narrated videos cannot be decoded and are left out; the first is '{result.Broken[0].Video}': {result.Broken[0].Reason}");
        return listed.ToDictionary(v => v.Id, v => captions[v.Id], StringComparer.Ordinal);
    }

    /// <summary>Encodes the videos of the test sets.</summary>
    /// <returns>The sets, without what is bad where the options say so.</returns>
    private static List<(DataPart Part, GroundingSet Set)> EncodeTests(
        DataRoot root, List<(DataPart Part, GroundingSet Set)> sets, string store, IBackbone backbone, Dictionary<string, string> files, ReadOptions options, IProgress<ProgressReport>? progress,
        CancellationToken cancellation)
    {
        var videos = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach ((DataPart part, GroundingSet set) in sets)
            foreach (GroundingVideo video in set.Videos)
                if (root.FindVideo(part, video.Id) is { } path)
                    videos.TryAdd(video.Id, path);
                else
                    missing.Add($"{part}/videos/{video.Id}");
        if (missing.Count > 0 && !options.SkipBad)
            throw new DataFormatException(root.Path, "videos", $"{missing.Count} annotated test videos are missing, the first {string.Join(", ", missing.Take(5))}");
        foreach (string video in missing)
            options.OnProblem?.Invoke(new DataProblem(root.Path, video, "an annotated test video was expected, there is none"));
        foreach ((string id, string path) in videos)
            files[id] = path;
        ExtractionResult result = FeatureExtractor.Run([.. videos.Select(v => (v.Key, v.Value))], store, backbone, null, progress, cancellation);
        if (result.Broken.Count > 0 && !options.SkipBad)
            throw new DataFormatException(result.Broken[0].Video, $"{result.Broken.Count} of {videos.Count} test videos", result.Broken[0].Reason);
        foreach (var broken in result.Broken)
            options.OnProblem?.Invoke(new DataProblem(root.Path, $"test video '{broken.Video}'", broken.Reason));
        using FeatureStore encoded = FeatureStore.Open(store, backbone.Name);
        HashSet<string> known = [.. encoded.Videos];
        return [.. sets.Select(s => (s.Part, SegmentCheck.Against(
            s.Set with { Videos = [.. s.Set.Videos.Where(v => known.Contains(v.Id))] }, root.Folder(s.Part), id => encoded.Shapes(id)["global"][0], options)))];
    }
}
