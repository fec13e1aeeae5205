using System.Collections.Concurrent;
using Workbench.Kernel.Display;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>How values look, where the user wants it otherwise. As in .NET Interactive; the last registration wins.</summary>
public static class Formatter
{
    /// <summary>The MIME type where none is named.</summary>
    public const string DefaultMimeType = "text/html";

    private const int DefaultListExpansionLimit = 20, DefaultRecursionLimit = 6;
    private static readonly ConcurrentDictionary<(Type Type, string MimeType), Func<object, TextWriter, bool>> s_formatters = new();
    private static readonly ConcurrentDictionary<Type, string[]> s_preferred = new();

    /// <summary>Elements of a sequence, and rows of a table, that are shown.</summary>
    public static int ListExpansionLimit { get; set; } = DefaultListExpansionLimit;

    /// <summary>Depth to which objects inside objects are shown.</summary>
    public static int RecursionLimit { get; set; } = DefaultRecursionLimit;

    /// <summary>Formats values of a type, and of types below it, by a function.</summary>
    public static void Register<T>(Func<T, string> formatter, string mimeType = DefaultMimeType)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Register<T>((value, writer) => writer.Write(formatter(value)), mimeType);
    }

    /// <summary>Formats values of a type, and of types below it, by an action that writes.</summary>
    public static void Register<T>(Action<T, TextWriter> formatter, string mimeType = DefaultMimeType)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Register(typeof(T), (value, writer) => formatter((T)value, writer), mimeType);
    }

    /// <summary>Formats values of a type (also an open generic one), and of types below it.</summary>
    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType = DefaultMimeType)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(formatter);
        s_formatters[(type, mimeType)] = (value, writer) =>
        {
            formatter(value, writer);
            return true;
        };
    }

    /// <summary>Values of a type are shown in these MIME types and no other.</summary>
    public static void SetPreferredMimeTypesFor(Type type, params string[] preferredMimeTypes)
    {
        ArgumentNullException.ThrowIfNull(type);
        s_preferred[type] = preferredMimeTypes;
    }

    /// <summary>Forgets every registration and every limit.</summary>
    public static void ResetToDefault()
    {
        s_formatters.Clear();
        s_preferred.Clear();
        (ListExpansionLimit, RecursionLimit) = (DefaultListExpansionLimit, DefaultRecursionLimit);
    }

    /// <summary>The value as text of a MIME type.</summary>
    public static string ToDisplayString(this object? value, string mimeType = "text/plain") =>
        Bundler.Of(value, mimeType).Data[mimeType] is { } node
            ? node.GetValueKind() == System.Text.Json.JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString()
            : "";

    internal static IReadOnlyList<string> PreferredOf(Type type) =>
        Lineage(type).Select(t => s_preferred.GetValueOrDefault(t)).FirstOrDefault(p => p is not null) ?? [];

    internal static string? TryFormat(object value, string mimeType)
    {
        foreach (Type type in Lineage(value.GetType()))
        {
            if (!s_formatters.TryGetValue((type, mimeType), out var formatter))
                continue;
            using StringWriter writer = new() { NewLine = "\n" };
            if (formatter(value, writer))
                return writer.ToString();
        }
        return null;
    }

    internal static IEnumerable<(string MimeType, object Content)> RegisteredFor(object value)
    {
        if (s_formatters.IsEmpty)
            yield break;
        HashSet<Type> lineage = [.. Lineage(value.GetType())];
        foreach (string mimeType in s_formatters.Keys.Where(k => lineage.Contains(k.Type)).Select(k => k.MimeType).Distinct())
        {
            if (TryFormat(value, mimeType) is { } text)
                yield return (mimeType, text);
        }
    }

    /// <summary>The type, its bases, its interfaces, each also as its open generic form; nearest first.</summary>
    private static IEnumerable<Type> Lineage(Type type)
    {
        for (Type? at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            yield return at;
            if (at.IsGenericType)
                yield return at.GetGenericTypeDefinition();
        }
        foreach (Type at in type.GetInterfaces())
        {
            yield return at;
            if (at.IsGenericType)
                yield return at.GetGenericTypeDefinition();
        }
        yield return typeof(object);
    }
}
