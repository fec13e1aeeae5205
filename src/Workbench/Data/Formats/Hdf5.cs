using System.Runtime.InteropServices;

namespace Workbench.Data.Formats;

/// <summary>The part of libhdf5's C interface by which data sets are listed and read; names and meanings as in hdf5.h of 1.10 and later, where an id is 64 bits.</summary>
internal static partial class Hdf5
{
    private const string Library = "hdf5";

    public const int TypeInteger = 0, TypeFloat = 1, ObjectGroup = 2, ObjectDataset = 5;

    /// <summary>The names under which distributions ship it, the serial build first.</summary>
    private static readonly string[] s_names =
        ["libhdf5_serial.so.103", "libhdf5_serial.so.310", "libhdf5_serial.so", "libhdf5.so.103", "libhdf5.so.200", "libhdf5.so.310", "libhdf5.so.320", "libhdf5.so", "libhdf5.dylib", "hdf5.dll"];

    private static readonly nint s_library = Find();

    /// <summary>The library is not thread-safe in most builds: whoever calls it holds this.</summary>
    public static Lock Gate { get; } = new();

    /// <summary>Loads the library, once.</summary>
    /// <exception cref="PlatformNotSupportedException">It is not there, or too old.</exception>
    public static void Require()
    {
        if (s_library == 0)
            throw new PlatformNotSupportedException($"HDF5 files are read by libhdf5, which is not installed: apt-get install libhdf5-103-1 (Debian 12), or name its file by HDF5_LIBRARY. Looked for {string.Join(", ", s_names)}.");
        if (H5open() < 0 || H5get_libversion(out uint major, out uint minor, out _) < 0 || (major, minor).CompareTo((1u, 10u)) < 0)
            throw new PlatformNotSupportedException("libhdf5 1.10 or later was expected.");
        _ = H5Eset_auto2(0, 0, 0); // What goes wrong is said by our exceptions, not on standard error.
    }

    /// <summary>A native type's id; the C header's H5T_NATIVE_FLOAT is this variable.</summary>
    public static long NativeType(string variable) => Marshal.ReadInt64(NativeLibrary.GetExport(s_library, variable));

    private static nint Find()
    {
        nint found = 0;
        if (Environment.GetEnvironmentVariable("HDF5_LIBRARY") is { Length: > 0 } given)
            NativeLibrary.TryLoad(given, out found);
        foreach (string name in s_names)
            if (found == 0)
                NativeLibrary.TryLoad(name, out found);
        NativeLibrary.SetDllImportResolver(typeof(Hdf5).Assembly, (name, _, _) => name == Library ? found : 0);
        return found;
    }

    /// <summary>H5G_info_t.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct GroupInfo
    {
        public int StorageType;
        public ulong Links;
        public long MaximumOrder;
        public byte Mounted;
    }

    [LibraryImport(Library)] public static partial int H5open();
    [LibraryImport(Library)] public static partial int H5get_libversion(out uint major, out uint minor, out uint release);
    [LibraryImport(Library)] public static partial int H5Eset_auto2(long stack, nint function, nint data);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] public static partial long H5Fopen(string name, uint flags, long properties);
    [LibraryImport(Library)] public static partial int H5Fclose(long file);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] public static partial int H5Gget_info_by_name(long location, string name, out GroupInfo info, long properties);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint H5Lget_name_by_idx(long location, string group, int index, int order, ulong number, Span<byte> name, nuint size, long properties);
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)] public static partial long H5Oopen(long location, string name, long properties);
    [LibraryImport(Library)] public static partial int H5Oclose(long item);
    [LibraryImport(Library)] public static partial int H5Iget_type(long item);
    [LibraryImport(Library)] public static partial long H5Dget_space(long dataset);
    [LibraryImport(Library)] public static partial long H5Dget_type(long dataset);
    [LibraryImport(Library)] public static partial int H5Dread(long dataset, long memoryType, long memorySpace, long fileSpace, long properties, Span<float> values);
    [LibraryImport(Library)] public static partial int H5Dread(long dataset, long memoryType, long memorySpace, long fileSpace, long properties, Span<long> values);
    [LibraryImport(Library)] public static partial int H5Sget_simple_extent_ndims(long space);
    [LibraryImport(Library)] public static partial int H5Sget_simple_extent_dims(long space, Span<ulong> sizes, nint maximum);
    [LibraryImport(Library)] public static partial int H5Sclose(long space);
    [LibraryImport(Library)] public static partial int H5Tget_class(long type);
    [LibraryImport(Library)] public static partial nuint H5Tget_size(long type);
    [LibraryImport(Library)] public static partial int H5Tclose(long type);
}
