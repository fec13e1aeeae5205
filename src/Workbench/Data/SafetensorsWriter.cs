using System.Buffers;
using System.Text.Json;

namespace Workbench.Data;

/// <summary>
/// Writes safetensors files, whole or not at all. Arrays are laid out by falling element size (then in the order given), so
/// that each begins on a multiple of its element size, as the format's reference writer does.
/// </summary>
public static class SafetensorsWriter
{
    /// <summary>Creates or replaces <paramref name="path"/>.</summary>
    /// <param name="arrays">The arrays; names are unique and not "__metadata__".</param>
    /// <param name="metadata">Strings for the header's <c>__metadata__</c>, or null.</param>
    /// <exception cref="ArgumentException">A name appears twice, or an array's bytes do not fit its type and shape.</exception>
    public static void Write(string path, IReadOnlyList<NamedArray> arrays, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(arrays);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var array in arrays)
        {
            NamedArray.Checked(array);
            if (array.Name == "__metadata__" || !names.Add(array.Name))
                throw new ArgumentException($"'{array.Name}' {(array.Name == "__metadata__" ? "is reserved by the format" : "is given twice")}.", nameof(arrays));
        }
        var ordered = arrays.OrderByDescending(array => array.Type.ByteSize()).ToList();
        var header = Header(ordered, metadata);
        AtomicFile.Write(path, stream =>
        {
            stream.Write(BitConverter.GetBytes((ulong)header.Length));
            stream.Write(header);
            foreach (var array in ordered)
                stream.Write(array.Bytes.Span);
        });
    }

    private static byte[] Header(List<NamedArray> arrays, IReadOnlyDictionary<string, string>? metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                json.WriteStartObject("__metadata__");
                foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                    json.WriteString(key, value);
                json.WriteEndObject();
            }
            long offset = 0;
            foreach (var array in arrays)
            {
                json.WriteStartObject(array.Name);
                json.WriteString("dtype", array.Type.NameInFile());
                WriteNumbers(json, "shape", array.Shape);
                WriteNumbers(json, "data_offsets", [offset, offset + array.Bytes.Length]);
                json.WriteEndObject();
                offset += array.Bytes.Length;
            }
            json.WriteEndObject();
        }
        var padding = (8 - buffer.WrittenCount % 8) % 8;
        buffer.Write("        "u8[..padding]);
        return buffer.WrittenCount <= SafetensorsHeader.MaxBytes
            ? buffer.WrittenSpan.ToArray()
            : throw new ArgumentException($"The header would take {buffer.WrittenCount} bytes; the format allows {SafetensorsHeader.MaxBytes}.", nameof(arrays));
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ReadOnlySpan<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
