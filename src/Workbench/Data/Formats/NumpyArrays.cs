namespace Workbench.Data.Formats;

/// <summary>Arrays behind .npy headers; a container only says how to read their bytes.</summary>
internal abstract class NumpyArrays(string path) : ITensorFile
{
    /// <inheritdoc/>
    public string Path { get; } = path;

    /// <inheritdoc/>
    public abstract IReadOnlyDictionary<string, TensorEntry> Entries { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Metadata { get; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public float[] ReadSingle(string name)
    {
        TensorEntry entry = Find(name, floating: true);
        var values = new float[entry.Count];
        ElementTypes.ToSingle(entry.DType, Read(name, entry), values);
        return values;
    }

    /// <inheritdoc/>
    public long[] ReadInt64(string name)
    {
        TensorEntry entry = Find(name, floating: false);
        var values = new long[entry.Count];
        ElementTypes.ToInt64(entry.DType, Read(name, entry), values);
        return values;
    }

    public abstract void Dispose();

    protected abstract byte[] Read(string name, TensorEntry entry);

    /// <summary>The entry of a header, when the elements are as many as it says.</summary>
    protected static TensorEntry Checked(string path, string place, NumpyHeader header, long bytes)
    {
        long expected;
        try
        {
            expected = header.DataBytes;
        }
        catch (ArgumentException error)
        {
            throw new DataFormatException(path, place + "field shape", error.Message, error);
        }

        return bytes - header.Bytes == expected
            ? new TensorEntry(header.Type, header.Shape, header.Bytes, expected)
            : throw new DataFormatException(path, place + "field shape", $"[{string.Join(", ", header.Shape)}] of {header.Type.NameInFile()} takes {expected} bytes; {bytes - header.Bytes} follow");
    }

    private TensorEntry Find(string name, bool floating)
    {
        if (!Entries.TryGetValue(name, out TensorEntry? entry))
            throw new KeyNotFoundException($"{Path} has no array '{name}'; it has {string.Join(", ", Entries.Keys.Take(5))}.");
        if (entry.DType.IsFloatingPoint() != floating)
            throw new DataFormatException(Path, $"array '{name}'", $"a {(floating ? "floating-point" : "whole-number")} type was expected, {entry.DType.NameInFile()} is there");
        return entry.ByteLength <= Array.MaxLength / 8 ? entry : throw new DataFormatException(Path, $"array '{name}'", $"at most {Array.MaxLength / 8:N0} bytes can be read at once; it has {entry.ByteLength:N0}");
    }
}
