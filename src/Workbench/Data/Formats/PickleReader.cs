using System.Buffers.Binary;
using System.Text;

namespace Workbench.Data.Formats;

/// <summary>
/// Reads Python pickles (protocols 2 to 5) that hold nothing but dicts, lists, tuples, sets, strings, whole numbers, floats,
/// bools and None. Everything else — other classes and functions above all — is refused by name, so that no file can run code;
/// what an <see cref="IPickleTypes"/> lets in becomes data of ours.
/// Values come as <see cref="PickleDictionary"/>, List&lt;object?&gt;, <see cref="PickleTuple"/>, <see cref="PickleSet"/>,
/// string, long, double, bool and null. Source: Python's documentation of pickletools.
/// </summary>
public sealed partial class PickleReader
{
    private static readonly object Mark = new();

    private readonly string _path;
    private readonly string _place;
    private readonly byte[] _bytes;
    private readonly IPickleTypes? _types;
    private readonly Stack<object?> _stack = new();
    private readonly Dictionary<int, object?> _memo = [];
    private int _at;
    private int _opcodeAt;

    private PickleReader(string path, string place, byte[] bytes, int start, IPickleTypes? types) =>
        (_path, _place, _bytes, _at, _opcodeAt, _types) = (path, place, bytes, start, start, types);

    /// <summary>The one value of the file.</summary>
    /// <exception cref="DataFormatException">No such file, or not such a pickle; the message names offset and opcode.</exception>
    public static object? Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
            throw new DataFormatException(path, "path", "a pickle was expected, this is a folder");
        if (!File.Exists(path))
            throw new DataFormatException(path, "path", "a pickle was expected, there is none");
        return new PickleReader(path, "", File.ReadAllBytes(path), 0, null).Run();
    }

    /// <summary>The one value of a file that holds more than plain values.</summary>
    /// <param name="path">The file.</param>
    /// <param name="types">What is let in beside plain values.</param>
    /// <exception cref="DataFormatException">As for <see cref="Read(string)"/>.</exception>
    internal static object? Read(string path, IPickleTypes types)
    {
        if (!File.Exists(path))
            throw new DataFormatException(path, "path", Directory.Exists(path) ? "a pickle was expected, this is a folder" : "a pickle was expected, there is none");
        return new PickleReader(path, "", File.ReadAllBytes(path), 0, types).Run();
    }

    /// <summary>The one value of a pickle inside a file.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="place">Where in the file, for messages: "archive/data.pkl, ", or nothing.</param>
    /// <param name="bytes">Holds the pickle.</param>
    /// <param name="at">Its first byte; afterwards the byte behind it.</param>
    /// <param name="types">What is let in beside plain values.</param>
    /// <exception cref="DataFormatException">Not such a pickle.</exception>
    internal static object? Read(string path, string place, byte[] bytes, ref int at, IPickleTypes types)
    {
        var reader = new PickleReader(path, place, bytes, at, types);
        var value = reader.Run();
        at = reader._at;
        return value;
    }

    private object? Run()
    {
        if (_bytes.AsSpan(_at) is [0x80, >= 2 and <= 5, ..])
            _at += 2;
        else if (!Old)
            throw Error("a pickle of protocol 2 to 5 was expected (bytes 80 02 to 80 05)");
        while (true)
        {
            _opcodeAt = _at;
            var opcode = (char)Take(1)[0];
            switch (opcode)
            {
                case '.':
                    var value = Pop();
                    return _stack.Count == 0 && value != Mark ? value : throw Error("one value was expected at the end");
                case '\u0095': Take(8); break;
                case '(': _stack.Push(Mark); break;
                case 'N': _stack.Push(null); break;
                case '\u0088': _stack.Push(true); break;
                case '\u0089': _stack.Push(false); break;
                case 'K': _stack.Push((long)Take(1)[0]); break;
                case 'M': _stack.Push((long)BinaryPrimitives.ReadUInt16LittleEndian(Take(2))); break;
                case 'J': _stack.Push((long)Int32()); break;
                case '\u008a': _stack.Push(Long(Take(1)[0])); break;
                case 'G': _stack.Push(BinaryPrimitives.ReadDoubleBigEndian(Take(8))); break;
                case 'X': _stack.Push(Text(Length(BinaryPrimitives.ReadUInt32LittleEndian(Take(4))))); break;
                case '\u008c': _stack.Push(Text(Take(1)[0])); break;
                case '\u008d': _stack.Push(Text(Length(BinaryPrimitives.ReadUInt64LittleEndian(Take(8))))); break;
                case 'U': _stack.Push(OldText(Take(1)[0])); break;
                case 'T': _stack.Push(OldText(Length((ulong)Int32()))); break;
                case ')': _stack.Push(new PickleTuple()); break;
                case '\u0085': _stack.Push(new PickleTuple(PopMany(1))); break;
                case '\u0086': _stack.Push(new PickleTuple(PopMany(2))); break;
                case '\u0087': _stack.Push(new PickleTuple(PopMany(3))); break;
                case 't': _stack.Push(new PickleTuple(PopToMark())); break;
                case ']': _stack.Push(new List<object?>()); break;
                case 'l': _stack.Push(PopToMark().ToList()); break;
                case 'a': Append(PopMany(1)); break;
                case 'e': Append(PopToMark()); break;
                case '}': _stack.Push(new PickleDictionary(new List<KeyValuePair<object, object?>>())); break;
                case 's': SetItems(PopMany(2)); break;
                case 'u': SetItems(PopToMark()); break;
                case '\u008f': _stack.Push(new PickleSet(new List<object?>())); break;
                case '\u0090': AddItems(PopToMark()); break;
                case '\u0091': _stack.Push(new PickleSet(PopToMark())); break;
                case 'c': Global(Line(), Line()); break;
                case '\u0093': var names = PopMany(2); Global(names[0] as string, names[1] as string); break;
                case 'R': Reduce(); break;
                case 'Q' when _types is not null: _stack.Push(_types.Persistent(Pop()) ?? throw Error("a storage was expected as persistent value")); break;
                case '\u0081' when _types is not null: New(PopMany(2)); break;
                case 'b' when _types is not null: var state = Pop(); SetState(Peek(), state); break;
                case 'q': _memo[Take(1)[0]] = Peek(); break;
                case 'r': _memo[Int32()] = Peek(); break;
                case '\u0094': _memo[_memo.Count] = Peek(); break;
                case 'h': Recall(Take(1)[0]); break;
                case 'j': Recall(Int32()); break;
                default: if (Old && RunOld(opcode)) break; throw Error($"opcode {PickleOpcodes.Name((byte)opcode)} is refused: only containers, strings, numbers, bools and None are read");
            }
        }
    }

    /// <summary>The only callables that are always let in, because protocols before 4 write a set as set([...]).</summary>
    private void Global(string? module, string? name) =>
        _stack.Push((module, name) is ("builtins" or "__builtin__", "set" or "frozenset")
            ? typeof(PickleSet)
            : _types?.Global(module ?? "", name ?? "") ?? throw Error($"'{module}.{name}' is refused: only {string.Join(", ", ["set", "frozenset", .. _types?.Known ?? []])} are let in"));

    private void Reduce()
    {
        var arguments = Pop();
        var callable = Pop();
        if (!ReferenceEquals(callable, typeof(PickleSet)))
        {
            _stack.Push(callable is not null && arguments is PickleTuple tuple && _types?.Call(callable, tuple.Items) is { } made
                ? made
                : throw Error(_types is null ? "opcode REDUCE is refused for anything but set and frozenset" : $"opcode REDUCE of {Describe(callable)} with these arguments is refused"));
            return;
        }

        _stack.Push(arguments switch
        {
            PickleTuple { Items: [] } => new PickleSet([]),
            PickleTuple { Items: [List<object?> items] } => new PickleSet(items),
            _ => throw Error("set of one list was expected"),
        });
    }

    private void New(object?[] classAndArguments) => _stack.Push(
        classAndArguments is [{ } type, PickleTuple { Items: [] }] && _types!.New(type) is { } made ? made : throw Error($"opcode NEWOBJ of {Describe(classAndArguments[0])} is refused"));

    private void SetState(object? target, object? state)
    {
        if (target is null || !_types!.SetState(target, state))
            throw Error($"opcode BUILD of {Describe(target)} is refused");
    }

    private static string Describe(object? value) => value is null ? "None" : $"'{value}'";

    private void Append(object?[] items)
    {
        if (Peek() is not List<object?> list)
            throw Error("a list to append to was expected");
        list.AddRange(items);
    }

    private void AddItems(object?[] items)
    {
        if (Peek() is not PickleSet { Items: List<object?> list })
            throw Error("a set to add to was expected");
        list.AddRange(items);
    }

    private void SetItems(object?[] items)
    {
        if (Peek() is not PickleDictionary { Items: List<KeyValuePair<object, object?>> list } || items.Length % 2 != 0)
            throw Error("a dict and pairs of key and value were expected");
        for (var i = 0; i < items.Length; i += 2)
            list.Add(new(items[i] ?? throw Error("a key that is not None was expected"), items[i + 1]));
    }

    private void Recall(int key) => _stack.Push(_memo.TryGetValue(key, out var value) ? value : throw Error($"memo {key} was used before it was set"));

    private object? Peek() => _stack.TryPeek(out var value) && value != Mark ? value : throw Error("a value on the stack was expected, there is none");

    private object? Pop() => _stack.TryPop(out var value) && value != Mark ? value : throw Error("a value on the stack was expected, there is none");

    private object?[] PopMany(int count)
    {
        var items = new object?[count];
        for (var i = count - 1; i >= 0; i--)
            items[i] = Pop();
        return items;
    }

    private object?[] PopToMark()
    {
        var items = new List<object?>();
        while (true)
        {
            if (!_stack.TryPop(out var value))
                throw Error("a mark on the stack was expected, there is none");
            if (value == Mark)
                break;
            items.Add(value);
        }
        items.Reverse();
        return [.. items];
    }

    private int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    private long Long(int length)
    {
        if (length > 8)
            throw Error($"a whole number of at most 8 bytes was expected; it has {length}");
        long value = 0;
        var bytes = Take(length);
        for (var i = 0; i < length; i++)
            value |= (long)bytes[i] << (8 * i);
        return length is > 0 and < 8 && bytes[^1] >= 0x80 ? value - (1L << (8 * length)) : value;
    }

    private int Length(ulong length) => length <= (ulong)(_bytes.Length - _at) ? (int)length : throw Error($"{length} bytes of text are announced; the file ends after {_bytes.Length - _at}");

    private string Text(int length)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Take(length));
        }
        catch (DecoderFallbackException error)
        {
            throw new DataFormatException(_path, $"{_place}offset {_opcodeAt}", "UTF-8 text was expected", error);
        }
    }

    private string Line()
    {
        var end = Array.IndexOf(_bytes, (byte)'\n', _at);
        if (end < 0)
            throw Error("the end of a name was expected; the file ends");
        var text = Text(end - _at);
        _at++;
        return text;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _bytes.Length - _at)
            throw Error($"{count} more bytes were expected; the file ends after {_bytes.Length - _at}");
        _at += count;
        return _bytes.AsSpan(_at - count, count);
    }

    private DataFormatException Error(string expectation) => new(_path, $"{_place}offset {_opcodeAt}", expectation);
}
