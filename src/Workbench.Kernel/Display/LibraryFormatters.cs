using System.Reflection;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Display;

/// <summary>
/// How the workbench's library shows types that are not its own to mark (a tensor, a recipe): a public static class
/// <c>NotebookFormatters</c> in any of its assemblies, found by name, with
/// <c>static IReadOnlyDictionary&lt;string, object&gt;? ToMimeBundle(object value)</c>, null for values it does not know.
/// </summary>
internal static class LibraryFormatters
{
    private static readonly Lazy<Func<object, object?>[]> s_formatters = new(() =>
    [
        .. SessionReferences.Formatters
            .Select(f => Assembly.Load(f.Assembly).GetType(f.Type)?.GetMethod("ToMimeBundle", BindingFlags.Static | BindingFlags.Public, [typeof(object)]))
            .OfType<MethodInfo>()
            .Select(method => method.CreateDelegate<Func<object, object?>>()),
    ]);

    public static MimeBundle? Bundle(object value)
    {
        foreach (Func<object, object?> formatter in s_formatters.Value)
        {
            if (formatter(value) is IEnumerable<KeyValuePair<string, object>> contents)
                return Conventions.WithText(contents.Select(c => (c.Key, c.Value)), value);
        }
        return null;
    }
}
