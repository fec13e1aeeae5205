using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workbench.Data.Formats;

/// <summary>
/// The header of a .npy file: magic, version, length and a Python dict with <c>descr</c>, <c>fortran_order</c> and <c>shape</c>, of which
/// only plain numbers in little-endian row-major order are read. Source: NumPy's numpy/lib/format.py.
/// </summary>
/// <param name="Type">Element type.</param>
/// <param name="Shape">Shape; empty for a scalar.</param>
/// <param name="Bytes">The header's own bytes: the elements begin behind them.</param>
internal sealed partial record NumpyHeader(ElementType Type, long[] Shape, int Bytes)
{
    /// <summary>Most bytes of a header; a shape takes less than a hundred.</summary>
    private const int MaxBytes = 1 << 16;

    /// <summary>What the file begins with.</summary>
    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The bytes of the elements.</summary>
    public long DataBytes => Type.ByteSize(Shape);

    /// <param name="stream">At the beginning of the .npy file; afterwards at its first element.</param>
    /// <param name="path">For messages.</param>
    /// <param name="place">For messages: the entry of an archive, or nothing.</param>
    public static NumpyHeader Read(Stream stream, string path, string place)
    {
        var prefix = new byte[12];
        Fill(prefix.AsSpan(0, 10));
        if (!prefix.AsSpan().StartsWith(Magic) || prefix[6] is < 1 or > 3)
            throw new DataFormatException(path, place + "offset 0", "a .npy file of version 1 to 3 was expected");
        int size = prefix[6] == 1 ? 10 : 12;
        if (size == 12)
            Fill(prefix.AsSpan(10, 2));
        long length = size == 10 ? BinaryPrimitives.ReadUInt16LittleEndian(prefix.AsSpan(8)) : BinaryPrimitives.ReadUInt32LittleEndian(prefix.AsSpan(8));
        if (length > MaxBytes)
            throw new DataFormatException(path, place + "offset 8, header length", $"at most {MaxBytes} bytes were expected; {length} are announced");
        var bytes = new byte[length];
        Fill(bytes);
        string text = Encoding.Latin1.GetString(bytes);
        Match match = Header().Match(text);
        if (!match.Success)
            throw new DataFormatException(path, place + $"offset {size}, header", $"{{'descr': …, 'fortran_order': False, 'shape': …}} was expected, found {text.Trim()}");
        long[] shape = [.. match.Groups[3].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(n => long.Parse(n, CultureInfo.InvariantCulture))];
        if (match.Groups[2].Value == "True" && shape.Length > 1)
            throw new DataFormatException(path, place + "field fortran_order", "row-major order was expected; save the array with numpy.ascontiguousarray");
        return new NumpyHeader(TypeOf(match.Groups[1].Value), shape, size + (int)length);

        void Fill(Span<byte> buffer)
        {
            if (stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) < buffer.Length)
                throw new DataFormatException(path, place + "header", "a whole header was expected; the file ends");
        }

        ElementType TypeOf(string description) => description switch
        {
            "<f8" => ElementType.F64,
            "<f4" => ElementType.F32,
            "<f2" => ElementType.F16,
            "<i8" => ElementType.I64,
            "<i4" => ElementType.I32,
            "<i2" => ElementType.I16,
            "|i1" => ElementType.I8,
            "|u1" => ElementType.U8,
            "|b1" => ElementType.Bool,
            _ => throw new DataFormatException(path, place + "field descr", $"<f8, <f4, <f2, <i8, <i4, <i2, |i1, |u1 or |b1 was expected, '{description}' is there"),
        };
    }

    [GeneratedRegex(@"^\{\s*'descr':\s*'([^']{1,8})',\s*'fortran_order':\s*(True|False),\s*'shape':\s*\(((?:\s*\d{1,18}\s*,)*\s*(?:\d{1,18})?\s*)\),?\s*\}\s*$")]
    private static partial Regex Header();
}
