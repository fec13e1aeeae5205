using Workbench.Data.Formats;

namespace Workbench.Data;

/// <summary>
/// Opens files of weights or features as people have them, by what they begin with and not by what they are called: safetensors, PyTorch's
/// checkpoints (.pt, .pth, .pth.tar; zip archives and the older format), TorchScript archives, NumPy's .npz and .npy, HDF5. No reader runs
/// anything that a file holds: pickles are read by <see cref="PickleReader"/>, which refuses what is neither tensor nor plain value.
/// </summary>
public static class TensorFiles
{
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="DataFormatException">Of none of these formats, or damaged, or it holds what is refused.</exception>
    public static ITensorFile Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
            throw new DataFormatException(path, "path", "a file of weights was expected, this is a folder");
        Span<byte> start = stackalloc byte[16];
        int read;
        using (FileStream stream = File.OpenRead(path))
            read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        start = start[..read];
        if (start.StartsWith("PK\u0003\u0004"u8))
            return ZipTensors.IsNumpy(path) ? NumpyArchive.Open(path) : TorchArchive.Open(path);
        if (start.StartsWith(NumpyHeader.Magic))
            return NumpyFile.Open(path);
        if (start.StartsWith(TorchLegacyFile.Magic))
            return TorchLegacyFile.Open(path);
        if (start.StartsWith(Hdf5File.Magic))
            return Hdf5File.Open(path);
        if (start is [0x80, >= 2 and <= 5, ..])
            throw new DataFormatException(path, "offset 0", "a checkpoint was expected; this is a bare Python pickle without tensors");
        if (start is [_, _, _, _, _, _, _, _, (byte)'{', ..])
            return SafetensorsFile.Open(path);
        throw new DataFormatException(path, "offset 0", $"safetensors, a PyTorch checkpoint, TorchScript, .npz, .npy or HDF5 was expected; it begins with {Convert.ToHexString(start)}");
    }
}
