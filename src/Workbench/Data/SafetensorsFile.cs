using System.IO.MemoryMappedFiles;

namespace Workbench.Data;

/// <summary>
/// A safetensors file, memory-mapped: opening reads only the header, arrays are read from the mapping when asked for.
/// May be read from several threads at once. Nothing of it may be used after <see cref="Dispose"/>, spans included.
/// </summary>
public sealed unsafe class SafetensorsFile : ITensorFile
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private bool _disposed;

    private SafetensorsFile(string path, SafetensorsHeader header, MemoryMappedFile file)
    {
        Path = path;
        Entries = header.Entries;
        Metadata = header.Metadata;
        _file = file;
        _view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The arrays by name.</summary>
    public IReadOnlyDictionary<string, TensorEntry> Entries { get; }

    /// <summary>The strings of the header's <c>__metadata__</c>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Opens a file and checks its header against its length.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DataFormatException">The file is short, or its header is damaged; the message gives offset and field.</exception>
    public static SafetensorsFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
            throw new DataFormatException(path, "path", "a safetensors file was expected, this is a folder");
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        try
        {
            var header = SafetensorsHeader.Read(path, stream);
            var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            return new SafetensorsFile(path, header, file);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The bytes of an array, without a copy. Valid until the file is disposed.</summary>
    /// <exception cref="KeyNotFoundException">No array has this name.</exception>
    public ReadOnlySpan<byte> Bytes(string name) => Bytes(name, 0, Entry(name).ByteLength);

    /// <summary>A part of an array's bytes, without a copy. Valid until the file is disposed.</summary>
    /// <param name="start">First byte, counted from the array's beginning.</param>
    /// <param name="length">Number of bytes, less than 2 GiB.</param>
    public ReadOnlySpan<byte> Bytes(string name, long start, long length)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var entry = Entry(name);
        if (start < 0 || length < 0 || start > entry.ByteLength - length)
            throw new ArgumentOutOfRangeException(nameof(start), $"'{name}' has bytes 0 to {entry.ByteLength}; {length} from {start} on were asked for.");
        if (length > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(length), $"'{name}': a span holds at most {int.MaxValue} bytes; {length} were asked for. Read a part.");
        return new ReadOnlySpan<byte>(_start + entry.Offset + start, (int)length);
    }

    /// <summary>A floating-point array in single precision: F16 and BF16 widened, F64 rounded.</summary>
    /// <exception cref="DataFormatException">The array is of a whole-number type.</exception>
    public float[] ReadSingle(string name)
    {
        var entry = Entry(name);
        return ReadSingle(name, 0, entry.Count);
    }

    /// <summary>Part of a floating-point array in single precision.</summary>
    /// <param name="start">First element in row-major order.</param>
    /// <param name="count">Number of elements.</param>
    /// <exception cref="DataFormatException">The array is of a whole-number type.</exception>
    public float[] ReadSingle(string name, long start, long count)
    {
        var entry = Entry(name);
        if (!entry.DType.IsFloatingPoint())
            throw new DataFormatException(Path, $"offset {entry.Offset}, tensor '{name}', field dtype", $"a floating-point type was expected, {entry.DType.NameInFile()} is there");
        if (start < 0 || count < 0 || start > entry.Count - count)
            throw new ArgumentOutOfRangeException(nameof(start), $"'{name}' has {entry.Count} elements; {count} from {start} on were asked for.");
        var size = entry.DType.ByteSize();
        var values = new float[count];
        ElementTypes.ToSingle(entry.DType, Bytes(name, start * size, count * size), values);
        return values;
    }

    /// <summary>A whole-number or BOOL array in 64 bits.</summary>
    /// <exception cref="DataFormatException">The array is of a floating-point type.</exception>
    public long[] ReadInt64(string name)
    {
        var entry = Entry(name);
        if (entry.DType.IsFloatingPoint())
            throw new DataFormatException(Path, $"offset {entry.Offset}, tensor '{name}', field dtype", $"a whole-number type was expected, {entry.DType.NameInFile()} is there");
        var values = new long[entry.Count];
        ElementTypes.ToInt64(entry.DType, Bytes(name), values);
        return values;
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    private TensorEntry Entry(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Entries.TryGetValue(name, out var entry)
            ? entry
            : throw new KeyNotFoundException($"{Path}: there is no tensor '{name}'; the file has {Some(Entries.Keys)}.");
    }

    private static string Some(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 0 ? "none" : string.Join(", ", all.Take(8).Select(each => $"'{each}'")) + (all.Count > 8 ? $" and {all.Count - 8} more" : "");
    }
}
