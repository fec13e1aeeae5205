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
    /// are about another set.
    /// </summary>
    /// <exception cref="DataFormatException">
    /// Files or folders are missing (all are listed), a file is broken, a test video is missing or cannot be decoded, or no narrated video is there.
    /// </exception>
    public static ExperimentInputs Open(
        string folder, string features, string name, IBackbone backbone, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(backbone);
        DataRoot root = DataRoot.Open(folder);
        string[] missing = [.. s_tests.Prepend(DataPart.HowTo100M).SelectMany(part => root.Missing(part, videos: true))];
        if (missing.Length > 0)
            throw new DataFormatException(root.Path, "parts", $"this is missing (data/README.md, \"Layout of real data\"): {string.Join("; ", missing)}");
        GroundingSet spatioTemporal = root.ReadGroundingYouTube(), temporal = root.ReadMiningYouTube(), spatial = root.ReadYouCook2Interactions();

        string train = Path.Combine(features, backbone.Name, "train"), test = Path.Combine(features, backbone.Name, "test");
        var notes = new List<string>();
        Dictionary<string, IReadOnlyList<Clip>> captions = EncodeTraining(root, train, backbone, notes, progress, cancellation);
        EncodeTests(root, [(DataPart.GroundingYouTube, spatioTemporal), (DataPart.MiningYouTube, temporal), (DataPart.YouCook2Interactions, spatial)], test, backbone, progress, cancellation);
        return new ExperimentInputs
        {
            Name = name,
            Backbone = backbone,
            Captions = captions,
            Training = FeatureStore.Open(train, backbone.Name),
            Testing = FeatureStore.Open(test, backbone.Name),
            SpatioTemporal = spatioTemporal,
            Temporal = temporal,
            Spatial = spatial,
            Notes = notes,
        };
    }

    /// <summary>Encodes the videos of videos.csv that have captions.</summary>
    /// <returns>Their captions.</returns>
    private static Dictionary<string, IReadOnlyList<Clip>> EncodeTraining(
        DataRoot root, string store, IBackbone backbone, List<string> notes, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, IReadOnlyList<Clip>> captions = root.ReadCaptions();
        VideoListEntry[] listed = [.. root.ReadTrainingVideos().Where(v => captions.ContainsKey(v.Id))];
        (string Id, string? Path)[] videos = [.. listed.OrderBy(v => v.Id, StringComparer.Ordinal).Select(v => (v.Id, root.FindVideo(DataPart.HowTo100M, v.File)))];
        (string Id, string Path)[] there = [.. videos.Where(v => v.Path is not null).Select(v => (v.Id, v.Path!))];
        if (there.Length == 0)
            throw new DataFormatException(root.VideoFolder(DataPart.HowTo100M), "videos", $"a file was expected for at least one of the {videos.Length} videos that videos.csv lists and that have captions");
        ExtractionResult result = FeatureExtractor.Run(there, store, backbone, null, progress, cancellation);
        if (there.Length < videos.Length)
            notes.Add($"{videos.Length - there.Length} of {videos.Length} narrated videos are not here and are left out; the first is '{videos.First(v => v.Path is null).Id}'");
        if (result.Broken.Count > 0)
            notes.Add($"{result.Broken.Count} narrated videos cannot be decoded and are left out; the first is '{result.Broken[0].Video}': {result.Broken[0].Reason}");
        return listed.ToDictionary(v => v.Id, v => captions[v.Id], StringComparer.Ordinal);
    }

    private static void EncodeTests(DataRoot root, (DataPart Part, GroundingSet Set)[] sets, string store, IBackbone backbone, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        var videos = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach ((DataPart part, GroundingSet set) in sets)
            foreach (GroundingVideo video in set.Videos)
                if (root.FindVideo(part, video.Id) is { } path)
                    videos.TryAdd(video.Id, path);
                else
                    missing.Add($"{part}/videos/{video.Id}");
        if (missing.Count > 0)
            throw new DataFormatException(root.Path, "videos", $"{missing.Count} annotated test videos are missing, the first {string.Join(", ", missing.Take(5))}");
        ExtractionResult result = FeatureExtractor.Run([.. videos.Select(v => (v.Key, v.Value))], store, backbone, null, progress, cancellation);
        if (result.Broken.Count > 0)
            throw new DataFormatException(result.Broken[0].Video, $"{result.Broken.Count} of {videos.Count} test videos", result.Broken[0].Reason);
    }
}
