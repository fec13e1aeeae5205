using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.DotNet.Interactive.Formatting;

namespace Workbench.Kernel.Display;

/// <summary>Text for any value: its own words where it has some, else its elements or its properties.</summary>
internal static class PlainText
{
    public static string Of(object? value) => Of(value, 0);

    /// <summary>True for values that are one word: numbers, strings, dates, enums.</summary>
    public static bool IsScalar(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Half)
            || typeof(IFormattable).IsAssignableFrom(type) || typeof(Type).IsAssignableFrom(type) || type == typeof(Uri) || type == typeof(Version);
    }

    private static string Of(object? value, int depth)
    {
        if (value is null)
            return "<null>";
        Type type = value.GetType();
        if (value is string or char or Type || IsScalar(type))
            return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (depth > Formatter.RecursionLimit)
            return TypeName(type);
        if (value is ITuple tuple)
            return $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i], depth + 1)))})";
        if (value is Delegate or Task || SpeaksForItself(type))
            return value.ToString() ?? "";
        return value is IEnumerable sequence ? Elements(sequence, depth) : Properties(value, type, depth);
    }

    /// <summary>"List&lt;int&gt;" instead of "List`1[System.Int32]".</summary>
    public static string TypeName(Type type)
    {
        if (type.IsArray)
            return $"{TypeName(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        string name = type.Name.Split('`')[0];
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(TypeName))}>" : name;
    }

    /// <summary>ToString is overridden below object and ValueType; what collections say of themselves is only their type.</summary>
    private static bool SpeaksForItself(Type type) =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType is { } declaring
        && declaring != typeof(object) && declaring != typeof(ValueType) && !typeof(IDictionary).IsAssignableFrom(type);

    private static string Elements(IEnumerable sequence, int depth)
    {
        int limit = Formatter.ListExpansionLimit, seen = 0;
        StringBuilder text = new("[ ");
        foreach (object? element in sequence)
        {
            if (seen++ == limit)
            {
                string rest = sequence is ICollection collection ? $"{collection.Count - limit} more" : "more";
                return text.Append($", … ({rest}) ]").ToString();
            }
            text.Append(seen > 1 ? ", " : "").Append(Of(element, depth + 1));
        }
        return seen == 0 ? "[ ]" : text.Append(" ]").ToString();
    }

    private static string Properties(object value, Type type, int depth)
    {
        List<string> parts = [];
        foreach ((string name, Func<object, object?> read) in Members.Of(type))
            parts.Add($"{name} = {Of(Members.Read(read, value), depth + 1)}");
        return parts.Count == 0 ? TypeName(type) : $"{TypeName(type)} {{ {string.Join(", ", parts)} }}";
    }
}
