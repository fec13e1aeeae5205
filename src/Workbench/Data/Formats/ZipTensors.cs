using System.IO.Compression;

namespace Workbench.Data.Formats;

/// <summary>Opening zip archives of arrays.</summary>
internal static class ZipTensors
{
    /// <summary>True where the archive holds .npy files and nothing else.</summary>
    public static bool IsNumpy(string path)
    {
        using ZipArchive zip = Open(path);
        return zip.Entries.Count > 0 && zip.Entries.All(e => e.FullName.EndsWith(".npy", StringComparison.Ordinal));
    }

    public static ZipArchive Open(string path)
    {
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            _ = zip.Entries.Count; // Reads the directory.
            return zip;
        }
        catch (InvalidDataException error)
        {
            zip?.Dispose();
            throw new DataFormatException(path, "zip directory", "a complete zip archive was expected; the file is cut or damaged", error);
        }
    }

    /// <summary>Fills a buffer from a part of an entry, and nothing more.</summary>
    /// <param name="path">The archive, for messages.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="skip">Bytes before the part.</param>
    /// <param name="buffer">The part.</param>
    public static void Read(string path, ZipArchiveEntry entry, long skip, Span<byte> buffer)
    {
        try
        {
            using Stream stream = entry.Open();
            Span<byte> scratch = stackalloc byte[4096];
            while (skip > 0)
            {
                int part = (int)Math.Min(skip, scratch.Length);
                stream.ReadExactly(scratch[..part]);
                skip -= part;
            }

            stream.ReadExactly(buffer);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw new DataFormatException(path, entry.FullName, $"{buffer.Length} bytes were expected; the entry is cut or damaged", error);
        }
    }
}
