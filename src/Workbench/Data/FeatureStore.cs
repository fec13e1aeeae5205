using System.Collections.Concurrent;

namespace Workbench.Data;

/// <summary>
/// Features of many videos in a folder of memory-mapped safetensors shards (see <c>data/README.md</c>). By agreement
/// "global" is [F, D] and "local" [F, N, D], F = seconds at 1 fps. Opening reads only the index; a clip is read without the
/// rest of its video. It shows what was there when it was opened; several threads and processes may read at once, also
/// while a <see cref="FeatureStoreWriter"/> appends.
/// </summary>
public sealed class FeatureStore : IDisposable
{
    private readonly Dictionary<string, string> _fileOfVideo = new(StringComparer.Ordinal);
    private readonly List<string> _videos = [];
    private readonly ConcurrentDictionary<string, Lazy<SafetensorsFile>> _open = new(StringComparer.Ordinal);
    private readonly string _folder;
    private volatile bool _disposed;

    private FeatureStore(string folder, FeatureStoreInfo info) => (_folder, Info) = (folder, info);

    /// <summary>Backbone, rate and element type.</summary>
    public FeatureStoreInfo Info { get; }

    /// <summary>The videos in the order in which they were written.</summary>
    public IReadOnlyList<string> Videos => _videos;

    /// <summary>Opens a store.</summary>
    /// <param name="backbone">If given, features of another backbone are refused.</param>
    /// <param name="fps">If given, features at another rate are refused.</param>
    /// <exception cref="DataFormatException">No store, a damaged index, a missing or truncated shard, another backbone or rate.</exception>
    public static FeatureStore Open(string folder, string? backbone = null, double? fps = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        // Single-video files first, then the index: a writer lists a merged video before it deletes its file, so a file that is gone here is listed there.
        var loose = OpenLooseFiles(folder);
        FeatureStore? store = null;
        try
        {
            var layout = FeatureStoreLayout.Read(folder);
            layout.Expect(folder, backbone, fps);
            store = new FeatureStore(folder, layout.Info);
            store.AddShards(layout.Shards);
            store.AddLooseFiles(loose);
            return store;
        }
        catch
        {
            store?.Dispose();
            loose.ForEach(file => file.Dispose());
            throw;
        }
    }

    public bool Contains(string video) => _fileOfVideo.ContainsKey(video);

    /// <summary>The names of a video's arrays with their shapes.</summary>
    /// <exception cref="KeyNotFoundException">The store has no such video.</exception>
    public IReadOnlyDictionary<string, long[]> Shapes(string video)
    {
        var file = FileOf(video);
        var shapes = new Dictionary<string, long[]>(StringComparer.Ordinal);
        foreach (var (tensor, entry) in file.Entries)
            if (FeatureStoreLayout.SplitName(file.Path, tensor) is var (owner, name) && owner == video)
                shapes[name] = entry.Shape;
        return shapes;
    }

    /// <summary>A whole array.</summary>
    /// <exception cref="KeyNotFoundException">The store has no such video, or the video no such array.</exception>
    public FeatureArray Read(string video, string name)
    {
        var (file, tensor, entry) = Find(video, name);
        return new FeatureArray(file.ReadSingle(tensor), entry.Shape);
    }

    /// <summary>Rows <paramref name="start"/> to <paramref name="start"/> + <paramref name="count"/> along the first dimension; nothing else is read.</summary>
    /// <exception cref="KeyNotFoundException">The store has no such video, or the video no such array.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The array has fewer rows.</exception>
    public FeatureArray Read(string video, string name, long start, long count)
    {
        var (file, tensor, entry) = Find(video, name);
        if (entry.Shape.Length == 0)
            throw new ArgumentException($"'{name}' of video '{video}' is a scalar; it has no rows.", nameof(name));
        var rows = entry.Shape[0];
        if (start < 0 || count < 0 || start > rows - count)
            throw new ArgumentOutOfRangeException(nameof(start), $"'{name}' of video '{video}' has {rows} rows; {count} from {start} on were asked for.");
        var rowSize = rows == 0 ? 0 : entry.Count / rows;
        return new FeatureArray(file.ReadSingle(tensor, start * rowSize, count * rowSize), [count, .. entry.Shape[1..]]);
    }

    public void Dispose()
    {
        _disposed = true;
        foreach (var file in _open.Values)
            if (file.IsValueCreated)
                file.Value.Dispose();
    }

    private void AddShards(IReadOnlyList<FeatureStoreLayout.Shard> shards)
    {
        foreach (var shard in shards)
        {
            var path = Path.Combine(_folder, shard.File);
            var file = new FileInfo(path);
            if (!file.Exists)
                throw new DataFormatException(path, "shard", $"{FeatureStoreLayout.IndexName} lists it with {shard.Bytes} bytes; it is missing");
            if (file.Length != shard.Bytes)
                throw new DataFormatException(path, $"offset {Math.Min(file.Length, shard.Bytes)}", $"{FeatureStoreLayout.IndexName} lists it with {shard.Bytes} bytes; the file has {file.Length}");
            foreach (var video in shard.Videos)
                if (_fileOfVideo.TryAdd(video, path))
                    _videos.Add(video);
                else
                    throw new DataFormatException(Path.Combine(_folder, FeatureStoreLayout.IndexName), $"video '{video}'", "each video may be listed once");
        }
    }

    private static List<SafetensorsFile> OpenLooseFiles(string folder)
    {
        var files = new List<SafetensorsFile>();
        try
        {
            foreach (var path in Directory.Exists(folder) ? FeatureStoreLayout.LooseFiles(folder) : [])
                try
                {
                    files.Add(SafetensorsFile.Open(path));
                }
                catch (FileNotFoundException)
                {
                    // Merged meanwhile.
                }

            return files;
        }
        catch
        {
            files.ForEach(file => file.Dispose());
            throw;
        }
    }

    private void AddLooseFiles(IEnumerable<SafetensorsFile> loose)
    {
        foreach (var file in loose)
        {
            _open[file.Path] = new Lazy<SafetensorsFile>(file);
            foreach (var tensor in file.Entries.Keys)
                if (FeatureStoreLayout.SplitName(file.Path, tensor).Video is var video && _fileOfVideo.TryAdd(video, file.Path))
                    _videos.Add(video);
        }
    }

    private SafetensorsFile FileOf(string video)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!_fileOfVideo.TryGetValue(video, out var path))
            throw new KeyNotFoundException($"{_folder}: the store has no features of video '{video}' (it has {_videos.Count} videos).");
        return _open.GetOrAdd(path, each => new Lazy<SafetensorsFile>(() => SafetensorsFile.Open(each))).Value;
    }

    private (SafetensorsFile File, string Tensor, TensorEntry Entry) Find(string video, string name)
    {
        var file = FileOf(video);
        var tensor = FeatureStoreLayout.TensorName(video, name);
        return file.Entries.TryGetValue(tensor, out var entry)
            ? (file, tensor, entry)
            : throw new KeyNotFoundException($"{file.Path}: video '{video}' has no array '{name}'; it has {string.Join(", ", Shapes(video).Keys.Select(each => $"'{each}'"))}.");
    }
}
