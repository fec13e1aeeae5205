namespace Workbench.Data.Formats;

/// <summary>
/// An HDF5 file's data sets of numbers, read through libhdf5: "3MSZA" at the top, "v_abc/c3d_features" in a group. Any layout and compression that the library knows; numbers of any
/// byte order are converted by it. Links are followed; those that lead nowhere or back up are left out, as is what holds no numbers.
/// </summary>
internal sealed class Hdf5File : ITensorFile
{
    /// <summary>What the format begins with.</summary>
    public static ReadOnlySpan<byte> Magic => [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A];

    private const int MostLevels = 8;

    private readonly Dictionary<string, TensorEntry> _entries = new(StringComparer.Ordinal);
    private long _file;

    private Hdf5File(string path, long file) => (Path, _file) = (path, file);

    /// <inheritdoc/>
    public string Path { get; }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, TensorEntry> Entries => _entries;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Metadata { get; } = new Dictionary<string, string>();

    /// <exception cref="PlatformNotSupportedException">libhdf5 is not installed.</exception>
    /// <exception cref="DataFormatException">Damaged, or without any data set of numbers.</exception>
    public static Hdf5File Open(string path)
    {
        Hdf5.Require();
        lock (Hdf5.Gate)
        {
            long file = Hdf5.H5Fopen(path, 0, 0);
            if (file < 0)
                throw new DataFormatException(path, "offset 0", "an HDF5 file was expected; libhdf5 cannot open it");
            var opened = new Hdf5File(path, file);
            try
            {
                opened.List("/", 0);
                return opened._entries.Count > 0 ? opened : throw new DataFormatException(path, "data sets", "at least one data set of numbers was expected, there is none");
            }
            catch
            {
                opened.Dispose();
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public float[] ReadSingle(string name)
    {
        TensorEntry entry = Find(name, floating: true);
        var values = new float[entry.Count];
        lock (Hdf5.Gate)
            Read(name, dataset => Hdf5.H5Dread(dataset, Hdf5.NativeType("H5T_NATIVE_FLOAT_g"), 0, 0, 0, values.AsSpan()));
        return values;
    }

    /// <inheritdoc/>
    public long[] ReadInt64(string name)
    {
        TensorEntry entry = Find(name, floating: false);
        var values = new long[entry.Count];
        lock (Hdf5.Gate)
            Read(name, dataset => Hdf5.H5Dread(dataset, Hdf5.NativeType("H5T_NATIVE_LLONG_g"), 0, 0, 0, values.AsSpan()));
        return values;
    }

    public void Dispose()
    {
        lock (Hdf5.Gate)
        {
            if (_file >= 0)
                _ = Hdf5.H5Fclose(_file);
            _file = -1;
        }
    }

    private TensorEntry Find(string name, bool floating)
    {
        ObjectDisposedException.ThrowIf(_file < 0, this);
        if (!_entries.TryGetValue(name, out TensorEntry? entry))
            throw new KeyNotFoundException($"{Path} has no data set '{name}'; it has {string.Join(", ", _entries.Keys.Take(5))}.");
        return entry.DType.IsFloatingPoint() == floating ? entry
            : throw new DataFormatException(Path, $"data set '{name}'", $"a {(floating ? "floating-point" : "whole-number")} type was expected, {entry.DType.NameInFile()} is there");
    }

    private void Read(string name, Func<long, int> read)
    {
        long dataset = Hdf5.H5Oopen(_file, name, 0);
        try
        {
            if (dataset < 0 || read(dataset) < 0)
                throw new DataFormatException(Path, $"data set '{name}'", "readable values were expected; libhdf5 cannot read them (damaged, or a filter it has not)");
        }
        finally
        {
            if (dataset >= 0)
                _ = Hdf5.H5Oclose(dataset);
        }
    }

    private void List(string group, int level)
    {
        if (level >= MostLevels || Hdf5.H5Gget_info_by_name(_file, group, out Hdf5.GroupInfo info, 0) < 0)
            return;
        for (ulong i = 0; i < info.Links; i++)
        {
            string path = (group == "/" ? "" : group + "/") + NameOf(group, i);
            long item = Hdf5.H5Oopen(_file, path, 0);
            if (item < 0)
                continue;
            try
            {
                int kind = Hdf5.H5Iget_type(item);
                if (kind == Hdf5.ObjectGroup && !IsAbove(path))
                    List(path, level + 1);
                else if (kind == Hdf5.ObjectDataset && EntryOf(item) is { } entry)
                    _entries[path] = entry;
            }
            finally
            {
                _ = Hdf5.H5Oclose(item);
            }
        }
    }

    /// <summary>A link back to the top would list everything again; it shows by holding its own first part.</summary>
    private bool IsAbove(string path)
    {
        long again = Hdf5.H5Oopen(_file, $"{path}/{path}", 0);
        if (again < 0)
            return false;
        _ = Hdf5.H5Oclose(again);
        return true;
    }

    private string NameOf(string group, ulong number)
    {
        var name = new byte[1024];
        nint length = Hdf5.H5Lget_name_by_idx(_file, group, 0, 0, number, name, (nuint)name.Length, 0);
        return length >= 0 && length < name.Length ? System.Text.Encoding.UTF8.GetString(name, 0, (int)length)
            : throw new DataFormatException(Path, $"group '{group}', link {number}", $"a name of at most {name.Length - 1} bytes was expected");
    }

    /// <summary>Type and shape; null for what are no numbers.</summary>
    private static TensorEntry? EntryOf(long dataset)
    {
        long type = Hdf5.H5Dget_type(dataset), space = Hdf5.H5Dget_space(dataset);
        try
        {
            ElementType? element = (Hdf5.H5Tget_class(type), (int)Hdf5.H5Tget_size(type)) switch
            {
                (Hdf5.TypeFloat, 8) => ElementType.F64,
                (Hdf5.TypeFloat, 4) => ElementType.F32,
                (Hdf5.TypeFloat, 2) => ElementType.F16,
                (Hdf5.TypeInteger, 8) => ElementType.I64,
                (Hdf5.TypeInteger, 4) => ElementType.I32,
                (Hdf5.TypeInteger, 2) => ElementType.I16,
                (Hdf5.TypeInteger, 1) => ElementType.I8,
                _ => null,
            };
            int dimensions = Hdf5.H5Sget_simple_extent_ndims(space);
            if (element is not { } known || dimensions < 0)
                return null;
            var sizes = new ulong[Math.Max(1, dimensions)];
            if (dimensions > 0)
                _ = Hdf5.H5Sget_simple_extent_dims(space, sizes, 0);
            long[] shape = [.. sizes.Take(dimensions).Select(n => checked((long)n))];
            return new TensorEntry(known, shape, 0, known.ByteSize(shape));
        }
        finally
        {
            _ = Hdf5.H5Tclose(type);
            _ = Hdf5.H5Sclose(space);
        }
    }
}
