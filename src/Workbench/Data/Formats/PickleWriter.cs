using System.Buffers.Binary;
using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;

namespace Workbench.Data.Formats;

/// <summary>
/// Writes Python pickles of protocol 2 that hold dicts (<see cref="PickleDictionary"/> or <see cref="IDictionary"/>), sets
/// (<see cref="PickleSet"/>), tuples (<see cref="PickleTuple"/> or C# tuples), strings, whole numbers and floats: what the
/// YouCook2-Interactions files consist of. Python's pickle.load reads them, and so does <see cref="PickleReader"/>.
/// </summary>
public static class PickleWriter
{
    /// <summary>Creates or replaces a file, whole or not at all.</summary>
    /// <exception cref="ArgumentException">A value of another type.</exception>
    public static void Write(string path, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var bytes = new List<byte> { 0x80, 2 };
        Put(bytes, value);
        bytes.Add((byte)'.');
        AtomicFile.WriteBytes(path, bytes.ToArray());
    }

    private static void Put(List<byte> bytes, object? value)
    {
        switch (value)
        {
            case string text: PutText(bytes, text); break;
            case int number: PutWhole(bytes, number); break;
            case long number: PutWhole(bytes, number); break;
            case double number: PutFloat(bytes, number); break;
            case float number: PutFloat(bytes, number); break;
            case PickleTuple tuple: PutTuple(bytes, tuple.Items); break;
            case PickleSet set: PutSet(bytes, set.Items); break;
            case PickleDictionary dictionary: PutDictionary(bytes, dictionary.Items.Select(pair => ((object?)pair.Key, pair.Value))); break;
            case IDictionary dictionary: PutDictionary(bytes, dictionary.Keys.Cast<object>().Select(key => ((object?)key, dictionary[key]))); break;
            case ITuple tuple: PutTuple(bytes, Enumerable.Range(0, tuple.Length).Select(i => tuple[i]).ToList()); break;
            default: throw new ArgumentException($"Dictionaries, sets, tuples, strings, whole numbers and floats are written; {value?.GetType().Name ?? "null"} was given.", nameof(value));
        }
    }

    private static void PutText(List<byte> bytes, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        bytes.Add((byte)'X');
        bytes.AddRange(BitConverter.GetBytes(utf8.Length));
        bytes.AddRange(utf8);
    }

    private static void PutWhole(List<byte> bytes, long number)
    {
        if (number is >= int.MinValue and <= int.MaxValue)
        {
            bytes.Add((byte)'J');
            bytes.AddRange(BitConverter.GetBytes((int)number));
        }
        else
        {
            bytes.AddRange([0x8a, 8]);
            bytes.AddRange(BitConverter.GetBytes(number));
        }
    }

    private static void PutFloat(List<byte> bytes, double number)
    {
        Span<byte> big = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(big, number);
        bytes.Add((byte)'G');
        bytes.AddRange(big);
    }

    private static void PutTuple(List<byte> bytes, IReadOnlyList<object?> items)
    {
        bytes.Add((byte)'(');
        foreach (var item in items)
            Put(bytes, item);
        bytes.Add((byte)'t');
    }

    private static void PutSet(List<byte> bytes, IReadOnlyList<object?> items)
    {
        bytes.AddRange("c__builtin__\nset\n]("u8);
        foreach (var item in items)
            Put(bytes, item);
        bytes.AddRange([(byte)'e', 0x85, (byte)'R']);
    }

    private static void PutDictionary(List<byte> bytes, IEnumerable<(object? Key, object? Value)> items)
    {
        bytes.AddRange("}("u8);
        foreach (var (key, value) in items)
        {
            Put(bytes, key);
            Put(bytes, value);
        }
        bytes.Add((byte)'u');
    }
}
