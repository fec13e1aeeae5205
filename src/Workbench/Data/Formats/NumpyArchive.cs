using System.IO.Compression;

namespace Workbench.Data.Formats;

/// <summary>A .npz file: a zip of .npy files, compressed or not.</summary>
internal sealed class NumpyArchive : NumpyArrays
{
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, TensorEntry> _entries = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    private NumpyArchive(string path, ZipArchive zip)
        : base(path)
    {
        _zip = zip;
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            string name = entry.FullName[..^".npy".Length];
            try
            {
                using Stream stream = entry.Open();
                if (!_entries.TryAdd(name, Checked(path, entry.FullName + ", ", NumpyHeader.Read(stream, path, entry.FullName + ", "), entry.Length)))
                    throw new DataFormatException(path, entry.FullName, "each name was expected once");
            }
            catch (InvalidDataException error)
            {
                throw new DataFormatException(path, entry.FullName, "a readable entry was expected", error);
            }
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, TensorEntry> Entries => _entries;

    public static NumpyArchive Open(string path)
    {
        ZipArchive zip = ZipTensors.Open(path);
        try
        {
            return new NumpyArchive(path, zip);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    public override void Dispose() => _zip.Dispose();

    protected override byte[] Read(string name, TensorEntry entry)
    {
        var bytes = new byte[entry.ByteLength];
        lock (_lock)
            ZipTensors.Read(Path, _zip.GetEntry(name + ".npy")!, entry.Offset, bytes);
        return bytes;
    }
}
