using Workbench.Data;

namespace Workbench.Backbones;

/// <summary>
/// Streams videos through a backbone into a feature store: "global" [F, D] and "local" [F, N, D] in half precision, F frames at the given
/// rate, or F seconds where the backbone sees a clip for each. Decoding, encoding and writing go on at the same time and wait for each other through bounded channels, so that no more than
/// <see cref="ExtractionOptions.MostFrames"/> frames are ever held. A video is in the store whole or not at all, so a stopped extraction is
/// taken up by running it again; several processes may fill one store, each with a part of the videos or all with the same.
/// </summary>
/// <remarks>Frames are squashed to the backbone's square input by ffmpeg while decoding; nothing is cropped, so the grid covers the whole frame.</remarks>
public static class FeatureExtractor
{
    private static readonly HashSet<string> s_extensions = new(StringComparer.OrdinalIgnoreCase) { ".mp4", ".mkv", ".webm", ".avi", ".mov", ".m4v" };

    /// <summary>The videos of a folder (not of its subfolders) in ordinal order; a video's id is its file name without the extension.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="DataFormatException">It holds no video, or two of the same id.</exception>
    public static IReadOnlyList<(string Id, string Path)> FindVideos(string folder)
    {
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{folder}: a folder of videos was expected; there is none.");
        List<(string Id, string Path)> videos =
        [
            .. Directory.EnumerateFiles(folder).Where(f => s_extensions.Contains(Path.GetExtension(f)))
                .Select(f => (Path.GetFileNameWithoutExtension(f), f)).OrderBy(v => v.Item2, StringComparer.Ordinal),
        ];
        if (videos.Count == 0)
            throw new DataFormatException(folder, "folder", $"expected videos ({string.Join(", ", s_extensions.Order(StringComparer.Ordinal))}), found none");
        if (videos.GroupBy(v => v.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new DataFormatException(folder, $"video '{twice.Key}'", $"expected one file, found {string.Join(" and ", twice.Select(v => Path.GetFileName(v.Path)))}");
        return videos;
    }

    /// <summary>Extracts every video of a folder that the store has not.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="DataFormatException">The store is of another backbone or rate, or the folder holds no videos.</exception>
    public static ExtractionResult Run(
        string videoFolder, string storeFolder, IBackbone backbone, ExtractionOptions? options = null, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default) =>
        Run(FindVideos(videoFolder), storeFolder, backbone, options, progress, cancellation);

    /// <summary>Extracts the given videos that the store has not.</summary>
    public static ExtractionResult Run(
        IReadOnlyList<(string Id, string Path)> videos, string storeFolder, IBackbone backbone, ExtractionOptions? options = null, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(videos);
        ArgumentNullException.ThrowIfNull(backbone);
        options ??= new ExtractionOptions();
        options.Check();
        if (backbone.Window is not null && options.Fps != 1)
            throw new ArgumentException($"'{backbone.Name}' encodes a clip for every second, so its rows are at 1 a second; {options.Fps} were asked for.", nameof(options));
        List<(string Id, string Path)> part = [.. videos.Where((_, i) => i % options.Shards == options.Shard - 1)];
        using FeatureStoreWriter writer = FeatureStoreWriter.Open(storeFolder, new FeatureStoreInfo(backbone.Name, options.Fps), options.ShardBytes);
        List<(string Id, string Path)> missing = [.. part.Where(v => !writer.Contains(v.Id))];
        return new ExtractionRun(missing, part.Count - missing.Count, writer, backbone, options, progress).Run(cancellation);
    }
}
