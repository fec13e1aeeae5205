using System.Text.Json;

namespace Workbench.Data.Formats;

/// <summary>
/// A value of a JSON file that knows its file and its place in it ("'-1okAudsnAc'[3].segment"), so that a reader which
/// expects something else says where.
/// </summary>
internal sealed class JsonCursor
{
    private readonly string _path;
    private readonly JsonCursor? _parent;
    private readonly string? _field;
    private readonly int _index;

    public JsonCursor(string path, JsonElement value) => (_path, Element) = (path, value);

    private JsonCursor(JsonCursor parent, JsonElement value, string? field, int index) =>
        (_path, _parent, Element, _field, _index) = (parent._path, parent, value, field, index);

    /// <summary>A value that is found under a key of the file's outermost object.</summary>
    public static JsonCursor Entry(string path, string key, JsonElement value) => new(new JsonCursor(path, default), value, key, 0);

    public JsonElement Element { get; }

    /// <summary>The place, from the file's outermost value on.</summary>
    public string Place =>
        _parent is null ? "the outermost value"
        : _field is null ? $"{(_parent._parent is null ? "entry " : _parent.Place)}[{_index}]"
        : _parent._parent is null ? $"entry '{_field}'"
        : $"{_parent.Place}.{_field}";

    public DataFormatException Error(string expectation) => new(_path, Place, expectation);

    /// <summary>The fields of an object; each name may appear once (a second one is left out where <paramref name="options"/> say so).</summary>
    public IEnumerable<(string Name, JsonCursor Value)> Fields(ReadOptions? options = null)
    {
        if (Element.ValueKind != JsonValueKind.Object)
            throw Error($"an object was expected, {Shown} is there");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in Element.EnumerateObject())
        {
            var child = new JsonCursor(this, field.Value, field.Name, 0);
            if (seen.Add(field.Name))
                yield return (field.Name, child);
            else
                (options ?? new ReadOptions()).Guard(() => throw child.Error("each name may appear once"));
        }
    }

    /// <summary>The items of a list.</summary>
    public IEnumerable<JsonCursor> Items()
    {
        if (Element.ValueKind != JsonValueKind.Array)
            throw Error($"a list was expected, {Shown} is there");
        var index = 0;
        foreach (var item in Element.EnumerateArray())
            yield return new JsonCursor(this, item, null, index++);
    }

    /// <summary>A list of exactly <paramref name="count"/> numbers.</summary>
    public double[] Numbers(int count)
    {
        var numbers = Items().Select(item => item.Number()).ToArray();
        return numbers.Length == count ? numbers : throw Error($"a list of {count} numbers was expected; it has {numbers.Length}");
    }

    /// <summary>A field that must be there.</summary>
    public JsonCursor this[string field] =>
        Optional(field) ?? throw new DataFormatException(_path, Place, $"field '{field}' was expected and is missing");

    /// <summary>A field, or null where it is missing or null.</summary>
    public JsonCursor? Optional(string field)
    {
        if (Element.ValueKind != JsonValueKind.Object)
            throw Error($"an object with field '{field}' was expected, {Shown} is there");
        return Element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? new JsonCursor(this, value, field, 0) : null;
    }

    public string Text() => Element.ValueKind == JsonValueKind.String ? Element.GetString()! : throw Error($"a string was expected, {Shown} is there");

    /// <summary>A finite number.</summary>
    public double Number() =>
        Element.ValueKind == JsonValueKind.Number && Element.TryGetDouble(out var value) && double.IsFinite(value)
            ? value
            : throw Error($"a finite number was expected, {Shown} is there");

    /// <summary>A whole number that fits 32 bits.</summary>
    public int Whole() =>
        Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var value) ? value : throw Error($"a whole number was expected, {Shown} is there");

    private string Shown
    {
        get
        {
            if (Element.ValueKind == JsonValueKind.Undefined)
                return "nothing";
            var text = Element.GetRawText();
            return text.Length <= 40 ? text : text[..40] + "…";
        }
    }
}
