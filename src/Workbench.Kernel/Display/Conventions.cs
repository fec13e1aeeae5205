using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Workbench.Kernel.Display;

/// <summary>
/// What a library says about the look of its types without knowing any kernel; everything is found by name.
/// <c>IReadOnlyDictionary&lt;string, object&gt; ToMimeBundle()</c> on the type, or .NET Interactive's
/// <c>[TypeFormatterSource(typeof(S), PreferredMimeTypes = …)]</c> whose source has <c>CreateTypeFormatters()</c>, each with
/// <c>string MimeType</c> and <c>bool Format(object, TextWriter)</c>.
/// </summary>
internal static class Conventions
{
    private static readonly ConcurrentDictionary<Type, MethodInfo?> s_methods = new();
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<DeclaredFormatter>> s_formatters = new();

    /// <summary>The type says itself how it looks.</summary>
    public static bool IsDeclaredBy(object value) =>
        MethodOf(value.GetType()) is not null || FormattersOf(value.GetType()).Count > 0;

    /// <summary>The bundle of the value's ToMimeBundle; null when its type has none.</summary>
    public static MimeBundle? FromMethod(object value)
    {
        if (MethodOf(value.GetType()) is not { } method)
            return null;
        object? result = method.Invoke(value, BindingFlags.DoNotWrapExceptions, null, null, null);
        return result is IEnumerable<KeyValuePair<string, object>> contents ? WithText(contents.Select(c => (c.Key, c.Value)), value) : null;
    }

    /// <summary>The bundle of the formatters that the value's type (or a base or interface of it) declares; null without any.</summary>
    public static MimeBundle? FromTypeFormatterSource(object value)
    {
        List<(string, object)> contents = [];
        foreach (DeclaredFormatter formatter in FormattersOf(value.GetType()))
        {
            using StringWriter writer = new() { NewLine = "\n" };
            if (formatter.Format(value, writer))
                contents.Add((formatter.MimeType, writer.ToString()));
        }
        return contents.Count == 0 ? null : WithText(contents, value);
    }

    /// <summary>Every bundle carries text, for clients that show nothing else.</summary>
    internal static MimeBundle WithText(IEnumerable<(string MimeType, object Content)> contents, object value)
    {
        List<(string MimeType, object Content)> all = [.. contents];
        if (!all.Exists(c => c.MimeType == MimeTypes.Text))
            all.Add((MimeTypes.Text, PlainText.Of(value)));
        return MimeBundle.Of(all);
    }

    private static MethodInfo? MethodOf(Type type) => s_methods.GetOrAdd(type, static t =>
        t.GetMethod("ToMimeBundle", BindingFlags.Instance | BindingFlags.Public, Type.EmptyTypes) is { } method
            && typeof(IEnumerable<KeyValuePair<string, object>>).IsAssignableFrom(method.ReturnType) ? method : null);

    private static IReadOnlyList<DeclaredFormatter> FormattersOf(Type type) => s_formatters.GetOrAdd(type, static t => Find(t));

    private static DeclaredFormatter[] Find(Type type)
    {
        for (Type? at = type; at is not null; at = at.BaseType)
        {
            if (Declared(at) is { Length: > 0 } found)
                return found;
        }
        return type.GetInterfaces().Select(Declared).FirstOrDefault(found => found.Length > 0) ?? [];
    }

    private static DeclaredFormatter[] Declared(Type type)
    {
        foreach (object attribute in type.GetCustomAttributes(inherit: false))
        {
            Type at = attribute.GetType();
            if (at.Name != "TypeFormatterSourceAttribute")
                continue;
            object? source = at.GetProperty("FormatterSourceType")?.GetValue(attribute) ?? at.GetProperty("TypeFormatterSourceType")?.GetValue(attribute)
                ?? at.GetProperties().Where(p => p.PropertyType == typeof(Type)).Select(p => p.GetValue(attribute)).FirstOrDefault(v => v is Type);
            if (source is not Type sourceType || Activator.CreateInstance(sourceType) is not { } instance)
                continue;
            if (sourceType.GetMethod("CreateTypeFormatters")?.Invoke(instance, null) is not IEnumerable created)
                continue;
            DeclaredFormatter[] formatters = [.. created.Cast<object>().Select(DeclaredFormatter.From).OfType<DeclaredFormatter>()];
            string[] preferred = at.GetProperty("PreferredMimeTypes")?.GetValue(attribute) is IEnumerable<string> types ? [.. types] : [];
            return preferred.Length == 0 ? formatters : [.. formatters.Where(f => preferred.Contains(f.MimeType)).OrderBy(f => Array.IndexOf(preferred, f.MimeType))];
        }
        return [];
    }
}
