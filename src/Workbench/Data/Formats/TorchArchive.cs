using System.IO.Compression;

namespace Workbench.Data.Formats;

/// <summary>
/// A PyTorch checkpoint since 1.6, and TorchScript archives: a zip with <c>NAME/data.pkl</c> and one uncompressed entry
/// <c>NAME/data/KEY</c> for each storage. Source: torch/serialization.py and caffe2/serialize/inline_container.h.
/// </summary>
internal sealed class TorchArchive : TorchTensors
{
    /// <summary>Most bytes of data.pkl; names and shapes of a million tensors take less.</summary>
    private const long MaxPickle = 256L << 20;

    private readonly ZipArchive _zip;
    private readonly string _folder;
    private readonly Lock _lock = new();

    private TorchArchive(string path, ZipArchive zip, string folder, object? root)
        : base(path, root)
    {
        (_zip, _folder) = (zip, folder);
        foreach ((string tensor, TorchStorage storage) in Storages)
            Check(tensor, storage);
    }

    public static TorchArchive Open(string path)
    {
        ZipArchive zip = ZipTensors.Open(path);
        try
        {
            ZipArchiveEntry[] pickles = [.. zip.Entries.Where(e => e.FullName.EndsWith("/data.pkl", StringComparison.Ordinal) && e.FullName.Count(c => c == '/') == 1)];
            if (pickles is not [{ } pickle])
                throw new DataFormatException(path, "data.pkl", $"a PyTorch checkpoint was expected: one NAME/data.pkl; the archive has {pickles.Length}");
            if (pickle.Length > MaxPickle || pickle.Length != pickle.CompressedLength)
                throw new DataFormatException(path, pickle.FullName, $"at most {MaxPickle} bytes, not compressed, were expected; {pickle.Length} are announced in {pickle.CompressedLength}");
            string folder = pickle.FullName[..^"data.pkl".Length];
            if (zip.GetEntry(folder + "byteorder") is { Length: 3 })
                throw new DataFormatException(path, folder + "byteorder", "little-endian storages were expected");
            var bytes = new byte[pickle.Length];
            ZipTensors.Read(path, pickle, 0, bytes);
            int at = 0;
            return new TorchArchive(path, zip, folder, PickleReader.Read(path, pickle.FullName + ", ", bytes, ref at, new TorchPickleTypes()));
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    public override void Dispose() => _zip.Dispose();

    protected override void ReadStorage(TorchStorage storage, long start, Span<byte> buffer)
    {
        lock (_lock)
            ZipTensors.Read(Path, _zip.GetEntry($"{_folder}data/{storage.Key}")!, start, buffer);
    }

    private void Check(string tensor, TorchStorage storage)
    {
        string name = $"{_folder}data/{storage.Key}";
        ZipArchiveEntry entry = _zip.GetEntry(name) ?? throw new DataFormatException(Path, $"tensor '{tensor}'", $"its storage {name} is missing");
        if (storage.Count > long.MaxValue / storage.Type.ByteSize() || entry.Length != storage.Count * storage.Type.ByteSize())
            throw new DataFormatException(Path, $"tensor '{tensor}'", $"its storage {name} is said to have {storage.Count} elements of {storage.Type.NameInFile()}; the entry has {entry.Length} bytes");
        if (entry.CompressedLength != entry.Length)
            throw new DataFormatException(Path, name, "an uncompressed entry was expected, as PyTorch writes it");
    }
}
