namespace Workbench.Data.Formats;

/// <summary>The arrays of a PyTorch checkpoint by name, whatever the container; a container only says how to read a part of a storage.</summary>
internal abstract class TorchTensors : ITensorFile
{
    /// <summary>Where people put the weights when they store more than weights.</summary>
    private static readonly string[] s_roots = ["state_dict", "model_state_dict", "model", "net"];

    private readonly SortedDictionary<string, TorchTensor> _tensors = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _metadata = new(StringComparer.Ordinal);

    protected TorchTensors(string path, object? root)
    {
        Path = path;
        Collect(root);
        if (_tensors.Count == 0)
            throw new DataFormatException(path, "tensors", "a checkpoint with tensors was expected; it holds none");
        Entries = _tensors.ToDictionary(t => t.Key, t => new TensorEntry(t.Value.Storage.Type, t.Value.Shape, t.Value.Offset * t.Value.Storage.Type.ByteSize(), t.Value.Storage.Type.ByteSize(t.Value.Shape)), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public string Path { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, TensorEntry> Entries { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <summary>The storages that the tensors look at, once each.</summary>
    protected IEnumerable<(string Tensor, TorchStorage Storage)> Storages => _tensors.GroupBy(t => t.Value.Storage.Key).Select(g => (g.First().Key, g.First().Value.Storage));

    /// <inheritdoc/>
    public float[] ReadSingle(string name)
    {
        TorchTensor tensor = Find(name);
        if (!tensor.Storage.Type.IsFloatingPoint())
            throw new DataFormatException(Path, $"tensor '{name}'", $"a floating-point type was expected, {tensor.Storage.Type.NameInFile()} is there");
        return Read<float>(tensor, static (type, bytes, values) => ElementTypes.ToSingle(type, bytes, values));
    }

    /// <inheritdoc/>
    public long[] ReadInt64(string name)
    {
        TorchTensor tensor = Find(name);
        if (tensor.Storage.Type.IsFloatingPoint())
            throw new DataFormatException(Path, $"tensor '{name}'", $"a whole-number type was expected, {tensor.Storage.Type.NameInFile()} is there");
        return Read<long>(tensor, static (type, bytes, values) => ElementTypes.ToInt64(type, bytes, values));
    }

    public abstract void Dispose();

    /// <summary>Reads bytes of a storage.</summary>
    /// <param name="storage">The storage.</param>
    /// <param name="start">First byte within the storage.</param>
    /// <param name="buffer">What is read.</param>
    protected abstract void ReadStorage(TorchStorage storage, long start, Span<byte> buffer);

    private T[] Read<T>(TorchTensor tensor, Action<ElementType, ReadOnlySpan<byte>, Span<T>> convert)
        where T : struct
    {
        int size = tensor.Storage.Type.ByteSize();
        long count = tensor.Shape.Aggregate(1L, (a, b) => a * b);
        if (count == 0)
            return [];
        long span = tensor.IsContiguous ? count : tensor.Shape.Zip(tensor.Strides, (n, s) => (n - 1) * s).Sum() + 1;
        if (span > Array.MaxLength / Math.Max(size, 8))
            throw new DataFormatException(Path, $"storage '{tensor.Storage.Key}'", $"an array of at most {Array.MaxLength / 8:N0} elements can be read; {span:N0} were asked for");
        var bytes = new byte[span * size];
        ReadStorage(tensor.Storage, tensor.Offset * size, bytes);
        var values = new T[span];
        convert(tensor.Storage.Type, bytes, values);
        return tensor.IsContiguous ? values : [.. tensor.Positions().Select(p => values[p])];
    }

    private TorchTensor Find(string name) => _tensors.TryGetValue(name, out TorchTensor? tensor) ? tensor : throw new KeyNotFoundException($"{Path} has no tensor '{name}'; it has {_tensors.Count}.");

    private void Collect(object? root)
    {
        IReadOnlyList<KeyValuePair<object, object?>> items = Items(root) ?? throw new DataFormatException(Path, "the outermost value", "a dict of tensors was expected");
        if (!items.Any(i => i.Value is TorchTensor) && s_roots.FirstOrDefault(r => items.Any(i => (i.Key as string) == r && Items(i.Value) is not null)) is { } inner)
        {
            foreach ((object key, object? value) in items)
                if (value is string or long or double or bool)
                    _metadata[key.ToString()!] = FormattableString.Invariant($"{value}");
            _metadata["weights under"] = inner;
            items = Items(items.First(i => (i.Key as string) == inner).Value)!;
        }

        foreach ((object key, object? value) in items)
            Add(key.ToString()!, value, 0);
    }

    private void Add(string name, object? value, int depth)
    {
        if (depth > 64)
            throw new DataFormatException(Path, $"'{name}'", "nesting of at most 64 levels was expected");
        if (value is TorchTensor tensor)
        {
            if (tensor.Fault() is { } fault)
                throw new DataFormatException(Path, $"tensor '{name}'", fault);
            if (!_tensors.TryAdd(name, tensor))
                throw new DataFormatException(Path, $"tensor '{name}'", "each name was expected once");
            return;
        }

        IEnumerable<KeyValuePair<object, object?>>? inside = Items(value) ?? (value as List<object?> ?? (value as PickleTuple)?.Items)?.Select((v, i) => new KeyValuePair<object, object?>(i, v));
        foreach ((object key, object? item) in inside ?? [])
            Add($"{name}.{key}", item, depth + 1);
    }

    private static IReadOnlyList<KeyValuePair<object, object?>>? Items(object? value) => value switch
    {
        PickleDictionary dictionary => dictionary.Items,
        TorchModule module => module.Attributes,
        _ => null,
    };
}
