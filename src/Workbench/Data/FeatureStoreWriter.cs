namespace Workbench.Data;

/// <summary>
/// Appends videos to a feature store. Once <see cref="Append"/> returns, the video is in the store for good, also if the
/// process is killed then; what a killed process left half-done is put right by the next change.
/// Each video first gets a file of its own; when these reach <see cref="ShardBytes"/> together they are merged into a shard.
/// Several writers, of one process or of many, may share a store: each change is made under the store's lock and begins with
/// a look at what the others have done. One writer is not for several threads.
/// </summary>
public sealed class FeatureStoreWriter : IDisposable
{
    private readonly string _folder;
    private readonly FeatureStoreInfo _info;
    private readonly HashSet<string> _videos = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inShards = new(StringComparer.Ordinal);
    private Dictionary<string, LooseFile> _loose = new(StringComparer.Ordinal);
    private FeatureStoreLayout _layout;
    private (DateTime, long) _indexStamp;
    private bool _disposed;

    private FeatureStoreWriter(string folder, FeatureStoreInfo info) => (_folder, _info, _layout) = (folder, info, new(info, []));

    /// <summary>A video's own file, with what tells it from a later one of the same name.</summary>
    private sealed record LooseFile(string Path, string Video, long Bytes, DateTime Written);

    /// <summary>Single-video files are merged when they take this many bytes together. Default 128 MiB.</summary>
    public long ShardBytes { get; init; } = 128L << 20;

    /// <summary>How long a change waits for other writers before it gives up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Called between the steps of a merge; tests stop there to see what a killed process leaves.</summary>
    internal Action<string>? AfterStep { get; set; }

    /// <summary>The number of videos in the store, as far as this writer has looked.</summary>
    public int Count => _videos.Count;

    private string IndexPath => Path.Combine(_folder, FeatureStoreLayout.IndexName);

    /// <summary>Creates a store, or goes on with the one that is there.</summary>
    /// <exception cref="DataFormatException">The store that is there is damaged, or has another backbone, rate or element type.</exception>
    /// <exception cref="IOException">Other writers do not let this one in.</exception>
    public static FeatureStoreWriter Open(string folder, FeatureStoreInfo info, long shardBytes = 128L << 20)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(info);
        if (info.DType is not (ElementType.F16 or ElementType.F32))
            throw new ArgumentException($"Features are stored as F16 or F32; {info.DType} was asked for.", nameof(info));
        if (string.IsNullOrWhiteSpace(info.Backbone) || !(info.Fps > 0) || !double.IsFinite(info.Fps))
            throw new ArgumentException($"A backbone's name and a positive rate are expected; {info} was given.", nameof(info));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shardBytes);
        Directory.CreateDirectory(folder);
        var writer = new FeatureStoreWriter(folder, info) { ShardBytes = shardBytes };
        using (writer.Lock())
        {
            if (!File.Exists(writer.IndexPath))
                writer._layout.Write(folder);
            writer.Recover();
        }
        return writer;
    }

    /// <summary>Whether the store has a video, as far as this writer has looked: at opening, at each append, at <see cref="Refresh"/>.</summary>
    public bool Contains(string video) => _videos.Contains(video);

    /// <summary>Looks at what other writers have done meanwhile.</summary>
    public void Refresh()
    {
        using (Lock())
            Recover();
    }

    /// <summary>Adds a video with its arrays, whole or not at all.</summary>
    /// <exception cref="ArgumentException">The video is there already; no array, an empty or slashed name; a shape that does not fit; a value that is not finite or outside the range of F16.</exception>
    public void Append(string video, params (string Name, FeatureArray Array)[] arrays)
    {
        ArgumentException.ThrowIfNullOrEmpty(video);
        ArgumentNullException.ThrowIfNull(arrays);
        if (_videos.Contains(video) || !TryAppend(video, [.. arrays.Select(pair => FeatureRows.Store(pair.Name, pair.Array, _info.DType))]))
            throw new ArgumentException($"The store has video '{video}' already.", nameof(video));
    }

    /// <summary>Adds a video, or leaves the store as it is where another writer has added it meanwhile; says which.</summary>
    /// <param name="arrays">In the store's element type, named without the video.</param>
    /// <exception cref="ArgumentException">No array, an empty or slashed name, another element type, a shape that does not fit.</exception>
    public bool TryAppend(string video, IReadOnlyList<NamedArray> arrays)
    {
        ArgumentException.ThrowIfNullOrEmpty(video);
        ArgumentNullException.ThrowIfNull(arrays);
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (arrays.Count == 0)
            throw new ArgumentException($"Video '{video}' needs at least one array.", nameof(arrays));
        List<NamedArray> named = [.. arrays.Select(array => Named(video, array))];
        using (Lock())
        {
            Recover();
            if (!_videos.Add(video))
                return false;
            var number = _loose.Keys.Select(path => FeatureStoreLayout.LooseNumber(path)!.Value + 1).DefaultIfEmpty(0).Max();
            var path = Path.Combine(_folder, FeatureStoreLayout.LooseName(number));
            SafetensorsWriter.Write(path, named);
            _loose[path] = Look(path, video);
            if (_loose.Values.Sum(file => file.Bytes) >= ShardBytes)
                Merge();
        }
        return true;
    }

    /// <summary>Merges what is left into a last shard. Not calling it loses nothing; it only leaves more files.</summary>
    public void Complete()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        using (Lock())
        {
            Recover();
            if (_loose.Count > 0)
                Merge();
        }
    }

    /// <summary>Ends this writer; the store needs no farewell.</summary>
    public void Dispose() => _disposed = true;

    private IDisposable Lock() => FeatureStoreLock.Take(_folder, Patience);

    private NamedArray Named(string video, NamedArray array)
    {
        if (string.IsNullOrEmpty(array.Name) || array.Name.Contains('/'))
            throw new ArgumentException($"An array's name is not empty and has no slash; '{array.Name}' was given for video '{video}'.", nameof(array));
        if (array.Type != _info.DType)
            throw new ArgumentException($"Video '{video}', '{array.Name}': the store holds {_info.DType}; {array.Type} was given.", nameof(array));
        return array with { Name = FeatureStoreLayout.TensorName(video, array.Name) };
    }

    private void Merge()
    {
        var arrays = new List<NamedArray>();
        var videos = new List<string>();
        LooseFile[] merged = [.. _loose.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];
        foreach (var loose in merged)
        {
            using var file = SafetensorsFile.Open(loose.Path);
            foreach (var (name, entry) in file.Entries)
                arrays.Add(new NamedArray(name, entry.DType, entry.Shape, file.Bytes(name).ToArray()));
            videos.Add(loose.Video);
        }
        var shard = FeatureStoreLayout.ShardName(_layout.Shards.Count);
        SafetensorsWriter.Write(Path.Combine(_folder, shard), arrays);
        AfterStep?.Invoke("shard");
        _layout = _layout with { Shards = [.. _layout.Shards, new(shard, new FileInfo(Path.Combine(_folder, shard)).Length, videos)] };
        _layout.Write(_folder);
        AfterStep?.Invoke("index");
        foreach (var loose in merged)
        {
            File.Delete(loose.Path);
            _loose.Remove(loose.Path);
            AfterStep?.Invoke("delete");
        }
    }

    /// <summary>
    /// Takes over what others have written, and removes what a killed writer left: temporary files, shards that were written but not listed,
    /// and single-video files that are in a shard already. The lock is held, so nobody is in the middle of a change.
    /// </summary>
    private void Recover()
    {
        ReadIndex();
        foreach (var path in Directory.GetFiles(_folder, ".*.tmp"))
            File.Delete(path);
        var listed = _layout.Shards.Select(shard => shard.File).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(_folder, "shard-*" + FeatureStoreLayout.Extension))
            if (!listed.Contains(Path.GetFileName(path)))
                File.Delete(path);
        var found = new Dictionary<string, LooseFile>(StringComparer.Ordinal);
        foreach (var path in FeatureStoreLayout.LooseFiles(_folder))
        {
            var file = _loose.GetValueOrDefault(path) is { } known && known == Look(path, known.Video) ? known : Look(path, VideoOf(path));
            if (_inShards.Contains(file.Video))
                File.Delete(path);
            else
                found[path] = file;
        }
        _loose = found;
        _videos.UnionWith(found.Values.Select(file => file.Video));
    }

    private void ReadIndex()
    {
        var index = new FileInfo(IndexPath);
        var stamp = index.Exists ? (index.LastWriteTimeUtc, index.Length) : default;
        if (stamp == _indexStamp && index.Exists)
            return;
        var layout = FeatureStoreLayout.Read(_folder);
        layout.Expect(_folder, _info.Backbone, _info.Fps);
        if (layout.Info.DType != _info.DType)
            throw new DataFormatException(IndexPath, "field dtype", $"{_info.DType} was expected, {layout.Info.DType} is there");
        (_layout, _indexStamp) = (layout, stamp);
        _inShards.UnionWith(layout.Shards.SelectMany(shard => shard.Videos));
        _videos.UnionWith(_inShards);
    }

    private static LooseFile Look(string path, string video)
    {
        var file = new FileInfo(path);
        return new LooseFile(path, video, file.Length, file.LastWriteTimeUtc);
    }

    private static string VideoOf(string path)
    {
        using var file = SafetensorsFile.Open(path);
        return FeatureStoreLayout.SplitName(path, file.Entries.Keys.FirstOrDefault() ?? "").Video;
    }
}
