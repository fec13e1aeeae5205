using System.Text.Json;

namespace Workbench.Data.Formats;

/// <summary>Opens JSON files; one that is not JSON is refused with line and position.</summary>
internal static class JsonFile
{
    private const int FirstBuffer = 1 << 16;

    /// <summary>The whole file, for files of a few hundred megabytes at most.</summary>
    /// <exception cref="DataFormatException">The file is missing, a folder, or not JSON.</exception>
    public static JsonCursor Read(string path)
    {
        using var stream = Open(path);
        try
        {
            using var document = JsonDocument.Parse(stream);
            return new JsonCursor(path, document.RootElement.Clone());
        }
        catch (JsonException error)
        {
            throw Broken(path, error);
        }
    }

    /// <summary>
    /// The entries of the file's outermost object one after the other, without holding the file in memory (HowTo100M's
    /// captions take gigabytes). A key that appears twice is given twice.
    /// </summary>
    /// <exception cref="DataFormatException">The file is missing, a folder, not JSON, or its outermost value is no object.</exception>
    public static IEnumerable<(string Key, JsonCursor Value)> ReadEntries(string path)
    {
        using var stream = Open(path);
        var buffer = new byte[FirstBuffer];
        int start = 0, end = stream.ReadAtLeast(buffer, 3, throwOnEndOfStream: false);
        if (buffer.AsSpan(0, end).StartsWith("\uFEFF"u8))
            start = 3;
        var last = false;
        var state = new JsonReaderState();
        var began = false;
        while (true)
        {
            var step = Next(path, buffer.AsSpan(start, end - start), last, ref state, ref began, out var used, out var key, out var value);
            start += used;
            switch (step)
            {
                case Step.Entry:
                    yield return (key!, JsonCursor.Entry(path, key!, value));
                    break;
                case Step.End:
                    yield break;
                default:
                    if (start > 0)
                    {
                        buffer.AsSpan(start, end - start).CopyTo(buffer);
                        (start, end) = (0, end - start);
                    }
                    if (end == buffer.Length)
                        Array.Resize(ref buffer, checked(2 * buffer.Length));
                    var read = stream.Read(buffer, end, buffer.Length - end);
                    end += read;
                    last = read == 0;
                    break;
            }
        }
    }

    private enum Step
    {
        Entry,
        More,
        End,
    }

    /// <summary>Takes one entry from the buffer; <paramref name="state"/> only moves past what was taken whole.</summary>
    private static Step Next(string path, ReadOnlySpan<byte> bytes, bool last, ref JsonReaderState state, ref bool began, out int used, out string? key, out JsonElement value)
    {
        (used, key, value) = (0, null, default);
        var reader = new Utf8JsonReader(bytes, last, state);
        try
        {
            if (!began)
            {
                if (!reader.Read())
                    return Step.More;
                if (reader.TokenType != JsonTokenType.StartObject)
                    throw new DataFormatException(path, "the outermost value", $"an object was expected, {reader.TokenType} is there");
                began = true;
                (state, used) = (reader.CurrentState, (int)reader.BytesConsumed);
            }
            if (!reader.Read())
                return last && reader.IsFinalBlock && reader.TokenType == JsonTokenType.EndObject ? Step.End : Step.More;
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                (state, used) = (reader.CurrentState, (int)reader.BytesConsumed);
                return last && !reader.Read() ? Step.End : Step.More;
            }
            key = reader.GetString()!;
            if (!reader.Read() || !JsonDocument.TryParseValue(ref reader, out var document))
                return Step.More;
            using (document)
                value = document.RootElement.Clone();
            (state, used) = (reader.CurrentState, (int)reader.BytesConsumed);
            return Step.Entry;
        }
        catch (JsonException error)
        {
            throw Broken(path, error);
        }
        catch (InvalidOperationException error)
        {
            throw new DataFormatException(path, "a key of the outermost object", "UTF-8 text was expected: " + error.Message, error);
        }
    }

    private static FileStream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
            throw new DataFormatException(path, "path", "a JSON file was expected, this is a folder");
        return File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.SequentialScan)
            : throw new DataFormatException(path, "path", "a JSON file was expected, there is none");
    }

    private static DataFormatException Broken(string path, JsonException error)
    {
        var text = error.Message;
        var cut = text.IndexOf(" LineNumber:", StringComparison.Ordinal);
        if (cut < 0)
            cut = text.IndexOf(" Path:", StringComparison.Ordinal);
        if (cut >= 0)
            text = text[..cut];
        if (text.StartsWith("'N'", StringComparison.Ordinal) || text.StartsWith("'I'", StringComparison.Ordinal))
            text += " (NaN and Infinity are not JSON)";
        return new DataFormatException(path, $"line {error.LineNumber + 1}, position {error.BytePositionInLine + 1}", "well-formed JSON was expected: " + text, error);
    }
}
