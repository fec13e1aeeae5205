using System.Buffers.Binary;

namespace Workbench.Data.Formats;

/// <summary>
/// A PyTorch checkpoint before 1.6 (many .pth and .pth.tar files): five pickles (magic number, protocol, machine, object, storage keys),
/// then each storage as its count of elements (8 bytes) and its elements. Source: torch/serialization.py, _legacy_save.
/// </summary>
internal sealed class TorchLegacyFile : TorchTensors
{
    /// <summary>Most bytes of the pickles together.</summary>
    private const int MaxPickles = 64 << 20;

    private readonly FileStream _stream;
    private readonly Dictionary<string, long> _startOf = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    private TorchLegacyFile(string path, FileStream stream, object? root, Dictionary<string, TorchStorage> storages, object? keys, long at)
        : base(path, root)
    {
        _stream = stream;
        if (keys is not List<object?> list || !list.All(k => k is string))
            throw new DataFormatException(path, "storage keys", "a list of strings was expected");
        Span<byte> count = stackalloc byte[8];
        foreach (string key in list.Cast<string>())
        {
            if (!storages.TryGetValue(key, out TorchStorage? storage))
                throw new DataFormatException(path, $"storage '{key}'", "a storage of one of the tensors was expected");
            if (at + 8 > stream.Length)
                throw new DataFormatException(path, $"offset {at}, storage '{key}'", "a count of elements was expected; the file ends");
            stream.Position = at;
            stream.ReadExactly(count);
            long elements = BinaryPrimitives.ReadInt64LittleEndian(count), size = storage.Type.ByteSize();
            if (elements != storage.Count || elements > (stream.Length - at - 8) / size)
                throw new DataFormatException(path, $"offset {at}, storage '{key}'", $"{storage.Count} elements of {storage.Type.NameInFile()} were expected; {elements} are announced and {stream.Length - at - 8} bytes follow");
            _startOf[key] = at + 8;
            at += 8 + elements * size;
        }

        if (storages.Keys.FirstOrDefault(k => !_startOf.ContainsKey(k)) is { } lost)
            throw new DataFormatException(path, $"storage '{lost}'", "it was expected among the storages; it is not there");
    }

    /// <summary>The pickle of the magic number 0x1950a86a20f9469cfc6c.</summary>
    public static ReadOnlySpan<byte> Magic => [0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, (byte)'.'];

    public static TorchLegacyFile Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            var bytes = new byte[Math.Min(stream.Length, MaxPickles)];
            stream.ReadExactly(bytes);
            int at = Magic.Length;
            var types = new TorchPickleTypes();
            if (PickleReader.Read(path, "", bytes, ref at, types) is not 1001L)
                throw new DataFormatException(path, $"offset {Magic.Length}", "protocol 1001 was expected");
            PickleReader.Read(path, "", bytes, ref at, types); // The machine that wrote it.
            object? root = PickleReader.Read(path, "", bytes, ref at, types), keys = PickleReader.Read(path, "", bytes, ref at, types);
            return new TorchLegacyFile(path, stream, root, types.Storages, keys, at);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public override void Dispose() => _stream.Dispose();

    protected override void ReadStorage(TorchStorage storage, long start, Span<byte> buffer)
    {
        lock (_lock)
        {
            _stream.Position = _startOf[storage.Key] + start;
            _stream.ReadExactly(buffer);
        }
    }
}
