namespace Workbench.Data.Formats;

/// <summary>A value of a pickle that knows its file and its place in it ("'annot'.'x.mp4'[0].beginTime"), as <see cref="JsonCursor"/> does for JSON.</summary>
internal sealed class PickleCursor
{
    private readonly string _path;

    private PickleCursor(string path, string place, object? value) => (_path, Place, Value) = (path, place, value);

    public object? Value { get; }

    /// <summary>The place, from the file's outermost value on.</summary>
    public string Place { get; }

    /// <summary>Reads a file that may hold NumPy arrays of numbers.</summary>
    /// <exception cref="DataFormatException">No such file, or not such a pickle.</exception>
    public static PickleCursor Read(string path) => new(path, "", PickleReader.Read(path, new NumpyPickleTypes()));

    public DataFormatException Error(string expectation) => new(_path, Place.Length == 0 ? "the outermost value" : $"entry {Place}", expectation);

    /// <summary>The entries of a dict with strings as keys; each may appear once.</summary>
    public IEnumerable<(string Name, PickleCursor Value)> Fields(ReadOptions? options = null)
    {
        if (Value is not PickleDictionary dictionary)
            throw Error($"a dict was expected, {Shown} is there");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in dictionary.Items)
        {
            var child = Child(Place.Length == 0 ? $"'{key}'" : $".'{key}'", value);
            if (key is string name && seen.Add(name))
                yield return (name, child);
            else
                (options ?? new ReadOptions()).Guard(() => throw child.Error(key is string ? "each key may appear once" : "a string was expected as the key"));
        }
    }

    /// <summary>A field that must be there.</summary>
    public PickleCursor this[string field] => Optional(field) ?? throw Error($"key '{field}' was expected and is missing");

    /// <summary>A field, or null where it is missing or None.</summary>
    public PickleCursor? Optional(string field)
    {
        if (Value is not PickleDictionary dictionary)
            throw Error($"a dict with key '{field}' was expected, {Shown} is there");
        var found = dictionary.Items.LastOrDefault(item => item.Key is string name && name == field);
        return found.Value is null ? null : Child(Place.Length == 0 ? $"'{field}'" : $".{field}", found.Value);
    }

    /// <summary>The items of a list, a tuple or a set.</summary>
    public IEnumerable<PickleCursor> Items()
    {
        var items = Value switch
        {
            List<object?> list => list,
            PickleTuple tuple => tuple.Items,
            PickleSet set => set.Items,
            _ => throw Error($"a list was expected, {Shown} is there"),
        };
        return items.Select((item, index) => Child($"[{index}]", item));
    }

    public string Text() => Value as string ?? throw Error($"a string was expected, {Shown} is there");

    /// <summary>A finite number; whole numbers, NumPy's single values and arrays of one value too.</summary>
    public double Number()
    {
        double? number = Value switch
        {
            long whole => whole,
            double real => real,
            _ => NumpyPickleTypes.ArrayOf(Value) is { Values: [var only] } ? only : null,
        };
        return number is { } value && double.IsFinite(value) ? value : throw Error($"a finite number was expected, {Shown} is there");
    }

    /// <summary>A whole number.</summary>
    public int Whole() => Number() is var number && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue ? (int)number : throw Error($"a whole number was expected, {Shown} is there");

    /// <summary>True or false, also as 0 and 1.</summary>
    public bool Flag() => Value switch
    {
        bool flag => flag,
        0L or 0.0 => false,
        1L or 1.0 => true,
        _ => throw Error($"True or False was expected, {Shown} is there"),
    };

    /// <summary>Rows of numbers: a list of lists, or an array with two axes; a single row may stand for itself.</summary>
    /// <param name="least">Numbers that a row must have.</param>
    public IReadOnlyList<double[]> Rows(int least)
    {
        double[][] rows;
        if (NumpyPickleTypes.ArrayOf(Value) is { } array)
        {
            var width = array.Shape.Count == 0 ? 1 : array.Shape[^1];
            rows = width == 0 || array.Values.Count == 0 ? [] : [.. array.Values.Chunk(width)];
        }
        else
        {
            PickleCursor[] items = [.. Items()];
            rows = items.Length > 0 && items.All(item => item.Value is long or double)
                ? [[.. items.Select(item => item.Number())]]
                : [.. items.Select(item => item.Rows(least) is [var row] ? row : throw item.Error("a row of numbers was expected"))];
        }
        return rows.All(row => row.Length >= least && row.All(double.IsFinite)) ? rows : throw Error($"rows of at least {least} finite numbers were expected");
    }

    private string Shown => Value switch
    {
        null => "None",
        string text => $"'{(text.Length <= 40 ? text : text[..40] + "…")}'",
        long or double or bool => FormattableString.Invariant($"{Value}"),
        PickleDictionary => "a dict",
        PickleTuple => "a tuple",
        PickleSet => "a set",
        List<object?> => "a list",
        _ => "an array",
    };

    private PickleCursor Child(string place, object? value) => new(_path, Place + place, value);
}
