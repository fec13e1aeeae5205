namespace Workbench.Data.Formats;

/// <summary>A .npy file: one array, named after the file.</summary>
internal sealed class NumpyFile : NumpyArrays
{
    private readonly FileStream _stream;

    private NumpyFile(string path, FileStream stream, TensorEntry entry)
        : base(path)
    {
        _stream = stream;
        Entries = new Dictionary<string, TensorEntry>(StringComparer.Ordinal) { [System.IO.Path.GetFileNameWithoutExtension(path)] = entry };
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, TensorEntry> Entries { get; }

    public static NumpyFile Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            return new NumpyFile(path, stream, Checked(path, "", NumpyHeader.Read(stream, path, ""), stream.Length));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public override void Dispose() => _stream.Dispose();

    protected override byte[] Read(string name, TensorEntry entry)
    {
        var bytes = new byte[entry.ByteLength];
        lock (_stream)
        {
            _stream.Position = entry.Offset;
            _stream.ReadExactly(bytes);
        }

        return bytes;
    }
}
