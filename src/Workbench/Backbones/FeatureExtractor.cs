using System.Diagnostics;
using TorchSharp;
using Workbench.Data;
using static TorchSharp.torch;

namespace Workbench.Backbones;

/// <summary>
/// Streams videos through a backbone into a feature store: "global" [F, D] and "local" [F, N, D] in half precision, F frames at the given
/// rate. The next videos are decoded while one is encoded. A video is in the store whole or not at all, so a stopped extraction is taken
/// up by running it again.
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
        using FeatureStoreWriter writer = FeatureStoreWriter.Open(storeFolder, new FeatureStoreInfo(backbone.Name, options.Fps), options.ShardBytes);
        List<(string Id, string Path)> missing = [.. videos.Where(v => !writer.Contains(v.Id))];
        var frameOptions = new FrameOptions { Fps = options.Fps, Width = backbone.InputSize, Height = backbone.InputSize };
        var broken = new List<(string, string)>();
        var decoding = new Queue<VideoChunks>();
        var clock = Stopwatch.StartNew();
        int skipped = videos.Count - missing.Count, done = 0;
        long frames = 0;
        try
        {
            for (int i = 0; i < missing.Count; i++)
            {
                for (int next = i + decoding.Count; next < missing.Count && decoding.Count < options.Decoders; next++)
                    decoding.Enqueue(new VideoChunks(missing[next].Path, frameOptions, options.Batch, cancellation));
                using VideoChunks chunks = decoding.Dequeue();
                try
                {
                    var encoder = new VideoEncoder(backbone);
                    foreach ((byte[] rgb, int count) in chunks.Read())
                    {
                        cancellation.ThrowIfCancellationRequested();
                        encoder.Add(rgb, count);
                    }

                    if (encoder.Frames == 0)
                        throw new DataFormatException(missing[i].Path, "video stream", "expected at least one frame, found none");
                    writer.Append(missing[i].Id, ("global", encoder.Global()), ("local", encoder.Local()));
                    frames += encoder.Frames;
                    done++;
                }
                catch (Exception e) when (e is DataFormatException or IOException)
                {
                    broken.Add((missing[i].Id, e.Message));
                }

                double rate = frames / Math.Max(1e-3, clock.Elapsed.TotalSeconds);
                progress?.Report(new ProgressReport("Extracting features", skipped + i + 1, videos.Count, $"{frames} frames, {rate:F0} a second"));
            }

            writer.Complete();
        }
        finally
        {
            foreach (VideoChunks rest in decoding)
                rest.Dispose();
        }

        return new ExtractionResult(done, skipped, frames, clock.Elapsed, broken);
    }

    /// <summary>Gathers one video's features.</summary>
    private sealed class VideoEncoder(IBackbone backbone)
    {
        private readonly List<float> _global = [], _local = [];

        public long Frames { get; private set; }

        public void Add(byte[] rgb, int count)
        {
            using DisposeScope scope = NewDisposeScope();
            int side = backbone.InputSize;
            Tensor frames_B3HW = tensor(rgb, [count, side, side, 3]).permute(0, 3, 1, 2).to(ScalarType.Float32) / 255;
            FrameFeatures features = backbone.EncodeFrames(frames_B3HW);
            _global.AddRange(features.Global_BD.cpu().data<float>().ToArray());
            _local.AddRange(features.Local_BND.cpu().data<float>().ToArray());
            Frames += count;
        }

        public FeatureArray Global() => new([.. _global], [Frames, backbone.Width]);

        public FeatureArray Local() => new([.. _local], [Frames, backbone.GridSize * backbone.GridSize, backbone.Width]);
    }
}
