using System.Reflection;

namespace Workbench.Kernel.Display;

/// <summary>A formatter of a library, found by the names of its members.</summary>
internal sealed class DeclaredFormatter
{
    private readonly object _formatter;
    private readonly MethodInfo _format;

    private DeclaredFormatter(string mimeType, object formatter, MethodInfo format) => (MimeType, _formatter, _format) = (mimeType, formatter, format);

    public string MimeType { get; }

    /// <summary>Null for an object without <c>string MimeType</c> and <c>bool Format(object, TextWriter)</c>.</summary>
    public static DeclaredFormatter? From(object formatter)
    {
        Type type = formatter.GetType();
        return type.GetProperty("MimeType")?.GetValue(formatter) is string mimeType
            && type.GetMethods().FirstOrDefault(IsFormat) is { } format ? new DeclaredFormatter(mimeType, formatter, format) : null;
    }

    /// <summary>Writes the value; false when this formatter does not want it.</summary>
    public bool Format(object value, TextWriter writer) =>
        _format.Invoke(_formatter, BindingFlags.DoNotWrapExceptions, null, [value, writer], null) is true;

    private static bool IsFormat(MethodInfo method) =>
        method.Name == "Format" && method.ReturnType == typeof(bool)
        && method.GetParameters() is [_, { ParameterType: var writer }] && writer.IsAssignableFrom(typeof(StringWriter));
}
