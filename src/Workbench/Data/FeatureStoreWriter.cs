namespace Workbench.Data;

/// <summary>
/// Appends videos to a feature store. Once <see cref="Append"/> returns, the video is in the store for good, also if the
/// process is killed then; what a killed process left half-done is put right when the store is next opened for writing.
/// Each video first gets a file of its own; when these reach <see cref="ShardBytes"/> together they are merged into a shard.
/// One writer at a time; not for several threads.
/// </summary>
public sealed class FeatureStoreWriter : IDisposable
{
    private readonly string _folder;
    private readonly FileStream _lock;
    private readonly HashSet<string> _videos = new(StringComparer.Ordinal);
    private readonly List<string> _loose = [];
    private FeatureStoreLayout _layout;
    private long _looseBytes;
    private int _nextLoose;

    private FeatureStoreWriter(string folder, FeatureStoreLayout layout, FileStream guard) => (_folder, _layout, _lock) = (folder, layout, guard);

    /// <summary>Single-video files are merged when they take this many bytes together. Default 128 MiB.</summary>
    public long ShardBytes { get; init; } = 128L << 20;

    /// <summary>Called between the steps of a merge; tests stop there to see what a killed process leaves.</summary>
    internal Action<string>? AfterStep { get; set; }

    /// <summary>The number of videos in the store.</summary>
    public int Count => _videos.Count;

    /// <summary>Creates a store, or goes on with the one that is there.</summary>
    /// <exception cref="DataFormatException">The store that is there is damaged, or has another backbone, rate or element type.</exception>
    /// <exception cref="IOException">Another writer is at work.</exception>
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
        var guard = Lock(folder);
        try
        {
            var layout = new FeatureStoreLayout(info, []);
            if (!File.Exists(Path.Combine(folder, FeatureStoreLayout.IndexName)))
                layout.Write(folder);
            else
            {
                layout = FeatureStoreLayout.Read(folder);
                layout.Expect(folder, info.Backbone, info.Fps);
                if (layout.Info.DType != info.DType)
                    throw new DataFormatException(Path.Combine(folder, FeatureStoreLayout.IndexName), "field dtype", $"{info.DType} was expected, {layout.Info.DType} is there");
            }
            var writer = new FeatureStoreWriter(folder, layout, guard) { ShardBytes = shardBytes };
            writer.Recover();
            return writer;
        }
        catch
        {
            guard.Dispose();
            throw;
        }
    }

    public bool Contains(string video) => _videos.Contains(video);

    /// <summary>Adds a video with its arrays, whole or not at all.</summary>
    /// <exception cref="ArgumentException">The video is there already; no array, an empty or slashed name; a shape that does not fit; a value that is not finite or outside the range of F16.</exception>
    public void Append(string video, params (string Name, FeatureArray Array)[] arrays)
    {
        ArgumentException.ThrowIfNullOrEmpty(video);
        ArgumentNullException.ThrowIfNull(arrays);
        if (_videos.Contains(video))
            throw new ArgumentException($"The store has video '{video}' already.", nameof(video));
        if (arrays.Length == 0)
            throw new ArgumentException($"Video '{video}' needs at least one array.", nameof(arrays));
        var path = Path.Combine(_folder, FeatureStoreLayout.LooseName(_nextLoose));
        SafetensorsWriter.Write(path, arrays.Select(pair => Stored(video, pair.Name, pair.Array)).ToList());
        AddLoose(path, video);
        if (_looseBytes >= ShardBytes)
            Merge();
    }

    /// <summary>Merges what is left into a last shard. Not calling it loses nothing; it only leaves more files.</summary>
    public void Complete()
    {
        if (_loose.Count > 0)
            Merge();
    }

    /// <summary>Lets the next writer in.</summary>
    public void Dispose() => _lock.Dispose();

    private NamedArray Stored(string video, string name, FeatureArray array)
    {
        if (string.IsNullOrEmpty(name) || name.Contains('/'))
            throw new ArgumentException($"An array's name is not empty and has no slash; '{name}' was given for video '{video}'.", nameof(name));
        var bad = Array.FindIndex(array.Values, value => !float.IsFinite(value));
        if (bad >= 0)
            throw new ArgumentException($"Video '{video}', '{name}': value {bad} is {array.Values[bad]}; features are finite.", nameof(array));
        var tensor = FeatureStoreLayout.TensorName(video, name);
        return _layout.Info.DType == ElementType.F16
            ? NamedArray.OfHalves(tensor, array.Shape, array.Values)
            : NamedArray.OfSingles(tensor, array.Shape, array.Values);
    }

    private void Merge()
    {
        var arrays = new List<NamedArray>();
        var videos = new List<string>();
        foreach (var path in _loose)
        {
            using var file = SafetensorsFile.Open(path);
            foreach (var (name, entry) in file.Entries)
            {
                arrays.Add(new NamedArray(name, entry.DType, entry.Shape, file.Bytes(name).ToArray()));
                if (FeatureStoreLayout.SplitName(path, name).Video is var video && (videos.Count == 0 || videos[^1] != video))
                    videos.Add(video);
            }
        }
        var shard = FeatureStoreLayout.ShardName(_layout.Shards.Count);
        SafetensorsWriter.Write(Path.Combine(_folder, shard), arrays);
        AfterStep?.Invoke("shard");
        var layout = _layout with { Shards = [.. _layout.Shards, new(shard, new FileInfo(Path.Combine(_folder, shard)).Length, videos)] };
        layout.Write(_folder);
        _layout = layout;
        AfterStep?.Invoke("index");
        foreach (var path in _loose)
        {
            File.Delete(path);
            AfterStep?.Invoke("delete");
        }
        _loose.Clear();
        _looseBytes = 0;
    }

    /// <summary>Removes temporary files, shards that were written but not listed, and single-video files that are in a shard already.</summary>
    private void Recover()
    {
        foreach (var path in Directory.GetFiles(_folder, ".*.tmp"))
            File.Delete(path);
        var listed = _layout.Shards.Select(shard => shard.File).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(_folder, "shard-*" + FeatureStoreLayout.Extension))
            if (!listed.Contains(Path.GetFileName(path)))
                File.Delete(path);
        _videos.UnionWith(_layout.Shards.SelectMany(shard => shard.Videos));
        foreach (var path in FeatureStoreLayout.LooseFiles(_folder))
        {
            string video;
            using (var file = SafetensorsFile.Open(path))
                video = FeatureStoreLayout.SplitName(path, file.Entries.Keys.FirstOrDefault() ?? "").Video;
            if (_videos.Contains(video))
                File.Delete(path);
            else
                AddLoose(path, video);
        }
    }

    private void AddLoose(string path, string video)
    {
        _videos.Add(video);
        _loose.Add(path);
        _looseBytes += new FileInfo(path).Length;
        _nextLoose = FeatureStoreLayout.LooseNumber(path)!.Value + 1;
    }

    private static FileStream Lock(string folder)
    {
        var path = Path.Combine(folder, "writer.lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new IOException($"{path}: another process writes to this store.", error);
        }
    }
}
