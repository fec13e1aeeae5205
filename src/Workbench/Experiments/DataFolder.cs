using Workbench.Backbones;
using Workbench.Data;

namespace Workbench.Experiments;

/// <summary>Opens a folder laid out as data/README.md says, real or generated, for an experiment.</summary>
public static class DataFolder
{
    private static readonly string[] TestSets = ["GroundingYouTube", "MiningYouTube", "YouCook2Interactions"];

    /// <summary>Reads the annotations, encodes the videos that have no features yet, and opens both.</summary>
    /// <exception cref="DataFormatException">A file is broken, a video cannot be decoded, or an annotated video is missing.</exception>
    public static ExperimentInputs Open(
        string folder, string features, string name, IBackbone backbone, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(backbone);
        IReadOnlyDictionary<string, IReadOnlyList<Clip>> captions = HowTo100MCaptions.Read(Path.Combine(folder, "HowTo100M", "captions.json"));
        GroundingSet spatioTemporal = GroundingYouTubeReader.Read(Path.Combine(folder, "GroundingYouTube"));
        GroundingSet temporal = MiningYouTubeReader.Read(Path.Combine(folder, "MiningYouTube"));
        GroundingSet spatial = YouCook2InteractionsReader.Read(Path.Combine(folder, "YouCook2Interactions"));

        string train = Path.Combine(features, backbone.Name, "train"), test = Path.Combine(features, backbone.Name, "test");
        Extract([Path.Combine(folder, "HowTo100M", "videos")], captions.Keys, train, backbone, progress, cancellation);
        string[] annotated = [.. new[] { spatioTemporal, temporal, spatial }.SelectMany(s => s.Videos).Select(v => v.Id).Distinct(StringComparer.Ordinal)];
        Extract([.. TestSets.Select(s => Path.Combine(folder, s, "videos")).Where(Directory.Exists)], annotated, test, backbone, progress, cancellation);
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
        };
    }

    private static void Extract(IReadOnlyList<string> folders, IEnumerable<string> ids, string store, IBackbone backbone, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        var videos = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string folder in folders)
            foreach ((string id, string path) in FeatureExtractor.FindVideos(folder))
                if (wanted.Contains(id))
                    videos.TryAdd(id, path);
        if (wanted.FirstOrDefault(id => !videos.ContainsKey(id)) is { } missing)
            throw new DataFormatException(folders.Count > 0 ? folders[0] : store, $"video '{missing}'", $"a video file of this name was expected in {string.Join(" or ", folders)}; it is annotated or narrated");
        ExtractionResult result = FeatureExtractor.Run([.. videos.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => (v.Key, v.Value))], store, backbone, null, progress, cancellation);
        if (result.Broken.Count > 0)
            throw new DataFormatException(result.Broken[0].Video, $"{result.Broken.Count} of {videos.Count} videos", result.Broken[0].Reason);
    }
}
