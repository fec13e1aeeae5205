using System.Buffers.Binary;
using System.Text;

namespace Workbench.Data.Formats;

/// <summary>
/// What annotation files that were pickled with NumPy hold beside plain values: arrays and single values of numbers
/// (<see cref="PickleArray"/>), and dicts of a kind (OrderedDict, defaultdict), which become plain ones. Arrays of objects and
/// everything else are refused by name. Source: numpy's ndarray.__reduce__ and dtype.__reduce__, Python's pickletools.
/// </summary>
internal sealed class NumpyPickleTypes : IPickleTypes
{
    private const string Rebuild = "multiarray._reconstruct", Scalar = "multiarray.scalar", Array = "numpy.ndarray", Type = "numpy.dtype", Encode = "_codecs.encode";
    private const string Ordered = "collections.OrderedDict", Default = "collections.defaultdict";
    private const long MostValues = 1 << 24;

    /// <inheritdoc/>
    public bool Old => true;

    /// <inheritdoc/>
    public IEnumerable<string> Known => ["numpy arrays of numbers", "OrderedDict", "defaultdict"];

    /// <inheritdoc/>
    public object? Global(string module, string name)
    {
        var full = $"{module}.{name}";
        foreach (var core in new[] { "numpy.core.", "numpy._core." })
            if (full.StartsWith(core, StringComparison.Ordinal))
                full = full[core.Length..];
        return full is Rebuild or Scalar or Array or Type or Encode or Ordered or Default || (module is "builtins" or "__builtin__" && name is "list" or "dict" or "int" or "float" or "bytes")
            ? new Named(full)
            : null;
    }

    /// <inheritdoc/>
    public object? Call(object callable, IReadOnlyList<object?> arguments) => ((callable as Named)?.Name, arguments) switch
    {
        (Rebuild, [Named { Name: Array }, PickleTuple, _]) => new Unfinished(),
        (Type, [string kind, ..]) => NumberType.Of(kind),
        (Scalar, [NumberType type, string bytes]) when bytes.Length == type.Size => type.Read(Encoding.Latin1.GetBytes(bytes), 0),
        (Encode, [string text, "latin1" or "latin-1"]) => text,
        ("builtins.bytes" or "__builtin__.bytes", []) => "", // no bytes: how Python 3 writes them for protocol 2
        (Ordered, []) or (Default, []) or (Default, [Named or null]) => new PickleDictionary(new List<KeyValuePair<object, object?>>()),
        (Ordered, [List<object?> pairs]) when pairs.All(p => p is PickleTuple { Items: [not null, _] }) =>
            new PickleDictionary(pairs.Select(p => new KeyValuePair<object, object?>(((PickleTuple)p!).Items[0]!, ((PickleTuple)p).Items[1])).ToList()),
        _ => null,
    };

    /// <inheritdoc/>
    public object? New(object type) => null;

    /// <inheritdoc/>
    public object? Persistent(object? id) => null;

    /// <inheritdoc/>
    public bool SetState(object target, object? state)
    {
        switch (target, state)
        {
            case (NumberType type, PickleTuple { Items: [long, string order, ..] }):
                type.BigEndian = order == ">";
                return order is "<" or ">" or "|" or "=";
            case (Unfinished array, PickleTuple { Items: [long, PickleTuple shape, NumberType type, var fortran, string bytes] }):
                return array.Fill(shape, type, fortran is true or 1L, Encoding.Latin1.GetBytes(bytes));
            default:
                return target is PickleDictionary;
        }
    }

    /// <summary>The array that a reconstruct call began; null for anything else, or before its state came.</summary>
    public static PickleArray? ArrayOf(object? value) => (value as Unfinished)?.Array;

    private sealed record Named(string Name)
    {
        public override string ToString() => Name;
    }

    private sealed class Unfinished
    {
        public PickleArray? Array { get; private set; }

        public bool Fill(PickleTuple shape, NumberType type, bool fortran, byte[] bytes)
        {
            if (!shape.Items.All(size => size is >= 0L and <= MostValues))
                return false;
            int[] sizes = [.. shape.Items.Select(size => (int)(long)size!)];
            long count = 1;
            foreach (var size in sizes)
                if ((count *= size) > MostValues)
                    return false;
            if (bytes.Length != count * type.Size || (fortran && sizes.Count(size => size > 1) > 1))
                return false;
            Array = new PickleArray(sizes, [.. Enumerable.Range(0, (int)count).Select(i => type.Read(bytes, i * type.Size))]);
            return true;
        }
    }

    /// <summary>A dtype of numbers.</summary>
    private sealed class NumberType
    {
        private readonly char _kind;

        private NumberType(char kind, int size) => (_kind, Size) = (kind, size);

        public int Size { get; }

        public bool BigEndian { get; set; }

        public static NumberType? Of(string name) => name.TrimStart('<', '>', '|', '=') switch
        {
            ['f', var size and ('4' or '8')] => new('f', size - '0'),
            ['i', var size and ('1' or '2' or '4' or '8')] => new('i', size - '0'),
            ['u', var size and ('1' or '2' or '4' or '8')] => new('u', size - '0'),
            "b1" => new('u', 1),
            _ => null,
        };

        public double Read(byte[] bytes, int at)
        {
            Span<byte> little = stackalloc byte[Size];
            bytes.AsSpan(at, Size).CopyTo(little);
            if (BigEndian)
                little.Reverse();
            return (_kind, Size) switch
            {
                ('f', 4) => BinaryPrimitives.ReadSingleLittleEndian(little),
                ('f', _) => BinaryPrimitives.ReadDoubleLittleEndian(little),
                ('i', 1) => (sbyte)little[0],
                ('i', 2) => BinaryPrimitives.ReadInt16LittleEndian(little),
                ('i', 4) => BinaryPrimitives.ReadInt32LittleEndian(little),
                ('i', _) => BinaryPrimitives.ReadInt64LittleEndian(little),
                ('u', 1) => little[0],
                ('u', 2) => BinaryPrimitives.ReadUInt16LittleEndian(little),
                ('u', 4) => BinaryPrimitives.ReadUInt32LittleEndian(little),
                _ => BinaryPrimitives.ReadUInt64LittleEndian(little),
            };
        }
    }
}
