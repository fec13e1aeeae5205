using System.Text;
using System.Text.Json;

namespace Workbench.Data;

/// <summary>
/// Reads and checks the header of a safetensors file: 8 bytes with the header's size (unsigned, little-endian), then a JSON
/// object {name: {"dtype", "shape", "data_offsets": [begin, end]}, "__metadata__": {string: string}}, then the data, which
/// the arrays must cover without gap or overlap. Offsets in messages count from the beginning of the file.
/// Source: the safetensors format's own description.
/// </summary>
internal sealed class SafetensorsHeader
{
    /// <summary>The format's limit on the JSON's size, in bytes.</summary>
    public const int MaxBytes = 100_000_000;

    /// <summary>The bytes before the JSON.</summary>
    public const int Prefix = 8;

    private readonly string _path;
    private readonly long _dataStart;
    private readonly Dictionary<string, TensorEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);

    private SafetensorsHeader(string path, long dataStart) => (_path, _dataStart) = (path, dataStart);

    public IReadOnlyDictionary<string, TensorEntry> Entries => _entries;

    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <exception cref="DataFormatException">The file is short or its header is damaged.</exception>
    public static SafetensorsHeader Read(string path, Stream stream)
    {
        var fileLength = stream.Length;
        if (fileLength < Prefix)
            throw new DataFormatException(path, "offset 0, header size", $"8 bytes were expected; the file has {fileLength}");
        Span<byte> prefix = stackalloc byte[Prefix];
        stream.ReadExactly(prefix);
        var size = BitConverter.ToUInt64(prefix);
        if (size > MaxBytes)
            throw new DataFormatException(path, "offset 0, header size", $"at most {MaxBytes:N0} bytes were expected; {size:N0} are announced");
        if (Prefix + (long)size > fileLength)
            throw new DataFormatException(path, "offset 0, header size", $"{size:N0} bytes of header are announced; the file ends after {fileLength - Prefix:N0}");
        if (size < 2)
            throw new DataFormatException(path, "offset 0, header size", $"a header has at least the 2 bytes \"{{}}\"; {size} are announced");
        var json = new byte[size];
        stream.ReadExactly(json);
        var header = new SafetensorsHeader(path, Prefix + (long)size);
        header.Parse(json);
        header.CheckCover(fileLength);
        return header;
    }

    private void Parse(byte[] json)
    {
        if (json[0] != (byte)'{')
            throw new DataFormatException(_path, $"offset {Prefix}, header", $"'{{' was expected, byte 0x{json[0]:X2} is there");
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 8 });
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var at = Prefix + reader.TokenStartIndex;
                var name = reader.GetString()!;
                reader.Read();
                using var value = JsonDocument.ParseValue(ref reader);
                if (name == "__metadata__")
                    ReadMetadata(value.RootElement, at);
                else if (!_entries.TryAdd(name, ReadEntry(name, value.RootElement, at)))
                    throw new DataFormatException(_path, $"offset {at}, tensor '{name}'", "each name may appear once");
            }
            while (reader.Read()) ;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            throw new DataFormatException(_path, $"offset {Prefix + reader.BytesConsumed}, header", "well-formed JSON was expected: " + error.Message, error);
        }
    }

    private void ReadMetadata(JsonElement value, long at)
    {
        var place = $"offset {at}, field __metadata__";
        if (value.ValueKind != JsonValueKind.Object)
            throw new DataFormatException(_path, place, $"an object of strings was expected, {value.ValueKind} is there");
        foreach (var item in value.EnumerateObject())
        {
            if (item.Value.ValueKind != JsonValueKind.String)
                throw new DataFormatException(_path, $"{place}.{item.Name}", $"a string was expected, {item.Value.ValueKind} is there");
            if (!_metadata.TryAdd(item.Name, item.Value.GetString()!))
                throw new DataFormatException(_path, $"{place}.{item.Name}", "each key may appear once");
        }
    }

    private TensorEntry ReadEntry(string name, JsonElement value, long at)
    {
        var place = $"offset {at}, tensor '{name}'";
        if (value.ValueKind != JsonValueKind.Object)
            throw new DataFormatException(_path, place, $"an object with dtype, shape and data_offsets was expected, {value.ValueKind} is there");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in value.EnumerateObject())
            if (field.Name is not ("dtype" or "shape" or "data_offsets") || !seen.Add(field.Name))
                throw new DataFormatException(_path, $"{place}, field {field.Name}", "only dtype, shape and data_offsets were expected, each once");

        var dtype = value.TryGetProperty("dtype", out var dtypeValue) && dtypeValue.ValueKind == JsonValueKind.String ? dtypeValue.GetString() : null;
        if (ElementTypes.Parse(dtype) is not { } type)
            throw new DataFormatException(_path, $"{place}, field dtype", $"one of {string.Join(", ", Enum.GetValues<ElementType>().Select(each => each.NameInFile()))} was expected; '{dtype ?? dtypeValue.ToString()}' is there");

        var shape = ReadNumbers(value, "shape", place);
        var offsets = ReadNumbers(value, "data_offsets", place);
        if (offsets.Length != 2 || offsets[0] > offsets[1])
            throw new DataFormatException(_path, $"{place}, field data_offsets", $"[begin, end] with begin ≤ end was expected; [{string.Join(", ", offsets)}] is there");
        long expected;
        try
        {
            expected = type.ByteSize(shape);
        }
        catch (ArgumentException error)
        {
            throw new DataFormatException(_path, $"{place}, field shape", error.Message, error);
        }
        var length = offsets[1] - offsets[0];
        if (length != expected)
            throw new DataFormatException(_path, $"{place}, field data_offsets", $"{type.NameInFile()} [{string.Join(", ", shape)}] takes {expected} bytes; [{offsets[0]}, {offsets[1]}] spans {length}");
        if (offsets[0] > long.MaxValue - _dataStart)
            throw new DataFormatException(_path, $"{place}, field data_offsets", $"offset {offsets[0]} is too large to be counted");
        return new TensorEntry(type, shape, _dataStart + offsets[0], length);
    }

    private long[] ReadNumbers(JsonElement entry, string field, string place)
    {
        if (!entry.TryGetProperty(field, out var list) || list.ValueKind != JsonValueKind.Array)
            throw new DataFormatException(_path, $"{place}, field {field}", "a list of whole numbers was expected");
        var numbers = new long[list.GetArrayLength()];
        for (var i = 0; i < numbers.Length; i++)
            if (list[i].ValueKind != JsonValueKind.Number || !list[i].TryGetInt64(out numbers[i]) || numbers[i] < 0)
                throw new DataFormatException(_path, $"{place}, field {field}[{i}]", $"a whole number from 0 to 2⁶³ - 1 was expected; {list[i].GetRawText()} is there");
        return numbers;
    }

    private void CheckCover(long fileLength)
    {
        var end = _dataStart;
        string? previous = null;
        foreach (var (name, entry) in _entries.OrderBy(pair => pair.Value.Offset).ThenBy(pair => pair.Value.ByteLength))
        {
            if (entry.Offset != end)
                throw new DataFormatException(_path, $"offset {entry.Offset}, tensor '{name}', field data_offsets",
                    $"it must begin at offset {end}, where {(previous is null ? "the header" : $"'{previous}'")} ends: {(entry.Offset > end ? "a gap" : "an overlap")} of {Math.Abs(entry.Offset - end)} bytes");
            end += entry.ByteLength;
            previous = name;
            if (end > fileLength)
                throw new DataFormatException(_path, $"offset {entry.Offset}, tensor '{name}'", $"its data end at offset {end}; the file is truncated to {fileLength} bytes");
        }
        if (end != fileLength)
            throw new DataFormatException(_path, $"offset {end}, end of the data", $"the file should end here; {fileLength - end} bytes follow");
    }
}
