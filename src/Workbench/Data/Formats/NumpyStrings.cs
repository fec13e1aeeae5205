using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workbench.Data.Formats;

/// <summary>
/// A .npy file with one dimension of strings (<c>&lt;U…</c>, four bytes a character, or <c>|S…</c>, one byte), as vocabularies are kept.
/// An array of Python objects is refused: it is a pickle.
/// </summary>
internal static partial class NumpyStrings
{
    /// <exception cref="DataFormatException">Another type or shape, damaged, or its size lies.</exception>
    public static IReadOnlyList<string> Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        int start = bytes.Length < 10 ? 0 : bytes[6] == 1 ? 10 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8))
            : bytes.Length < 12 ? 0 : (int)Math.Min(int.MaxValue, 12 + (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(8)));
        if (!bytes.AsSpan().StartsWith(NumpyHeader.Magic) || start < 10 || start > bytes.Length)
            throw new DataFormatException(path, "offset 0", "a whole header of a .npy file was expected");
        string header = Encoding.Latin1.GetString(bytes.AsSpan(10, start - 10));
        Match match = Header().Match(header);
        if (!match.Success)
            throw new DataFormatException(path, "header", $"one dimension of strings (<U…, |S…) was expected, found {header.Trim()}");
        bool wide = match.Groups[1].Value == "<U";
        long width = long.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) * (wide ? 4 : 1), count = long.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture);
        if (width * count != bytes.Length - start)
            throw new DataFormatException(path, "elements", $"{count} strings of {width} bytes were announced; {bytes.Length - start} bytes are there");
        Encoding encoding = wide ? Encoding.UTF32 : Encoding.Latin1;
        var strings = new string[count];
        for (int i = 0; i < count; i++)
            strings[i] = encoding.GetString(bytes.AsSpan(start + (int)(i * width), (int)width)).TrimEnd('\0');
        return strings;
    }

    [GeneratedRegex(@"'descr':\s*'(<U|\|S)(\d{1,6})'.*'shape':\s*\((\d{1,9}),?\s*\)")]
    private static partial Regex Header();
}
