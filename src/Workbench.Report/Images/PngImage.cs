using System.Buffers.Binary;
using System.IO.Compression;

namespace Workbench.Report.Images;

/// <summary>Writes RGB pictures as PNG (ISO/IEC 15948): eight bits a channel, each row with the filter that promises to compress best.</summary>
internal static class PngImage
{
    private const int Channels = 3;
    private static readonly uint[] s_crc = CrcTable();

    /// <param name="rgb">Width × height × 3 bytes, row by row from the top.</param>
    /// <param name="width">Pixels across.</param>
    /// <param name="height">Pixels down.</param>
    /// <exception cref="ArgumentException">Another number of bytes.</exception>
    public static byte[] Encode(ReadOnlySpan<byte> rgb, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        if (rgb.Length != width * height * Channels)
            throw new ArgumentException($"A picture of {width}×{height} has {width * height * Channels} bytes of RGB; {rgb.Length} were given.", nameof(rgb));
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n']);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 2); // bits a channel, colour type RGB
        Chunk(file, "IHDR"u8, head);
        Chunk(file, "IDAT"u8, Compress(rgb, width * Channels, height));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Width and height from the head of a PNG file.</summary>
    /// <exception cref="ArgumentException">No PNG.</exception>
    public static (int Width, int Height) Size(ReadOnlySpan<byte> png) => png.Length > 24 && png[..8].SequenceEqual((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])
        ? (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]))
        : throw new ArgumentException("The bytes are no PNG picture.", nameof(png));

    private static byte[] Compress(ReadOnlySpan<byte> rgb, int stride, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[][] tried = [.. Enumerable.Range(0, 5).Select(_ => new byte[stride + 1])];
            var above = new byte[stride];
            for (int y = 0; y < height; y++)
            {
                ReadOnlySpan<byte> row = rgb.Slice(y * stride, stride);
                int best = 0;
                long least = long.MaxValue;
                for (int filter = 0; filter < tried.Length; filter++)
                {
                    long cost = Filter(filter, row, above, tried[filter]);
                    if (cost < least)
                        (best, least) = (filter, cost);
                }
                zlib.Write(tried[best]);
                row.CopyTo(above);
            }
        }
        return packed.ToArray();
    }

    /// <summary>Filters a row; gives the sum of the differences' sizes, small where the row will compress well.</summary>
    private static long Filter(int filter, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> into)
    {
        into[0] = (byte)filter;
        long cost = 0;
        for (int i = 0; i < row.Length; i++)
        {
            int left = i < Channels ? 0 : row[i - Channels], up = above[i], corner = i < Channels ? 0 : above[i - Channels];
            int guess = filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) };
            byte difference = (byte)(row[i] - guess);
            into[i + 1] = difference;
            cost += Math.Abs((int)(sbyte)difference);
        }
        return cost;
    }

    private static int Paeth(int left, int up, int corner)
    {
        int estimate = left + up - corner, l = Math.Abs(estimate - left), u = Math.Abs(estimate - up), c = Math.Abs(estimate - corner);
        return l <= u && l <= c ? left : u <= c ? up : corner;
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(name);
        file.Write(content);
        uint crc = ~Crc(Crc(0xFFFFFFFF, name), content);
        BinaryPrimitives.WriteUInt32BigEndian(number, crc);
        file.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
            crc = s_crc[(crc ^ b) & 255] ^ (crc >> 8);
        return crc;
    }

    private static uint[] CrcTable()
    {
        var table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            uint c = n;
            for (int k = 0; k < 8; k++)
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            table[n] = c;
        }
        return table;
    }
}
