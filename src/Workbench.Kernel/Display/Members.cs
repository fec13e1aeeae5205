using System.Collections.Concurrent;
using System.Reflection;

namespace Workbench.Kernel.Display;

/// <summary>The columns of a type: its public instance properties and fields, in the order of declaration, base types first.</summary>
internal static class Members
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, Func<object, object?> Read)>> s_members = new();

    public static IReadOnlyList<(string Name, Func<object, object?> Read)> Of(Type type) => s_members.GetOrAdd(type, static t =>
    [
        .. t.GetMembers(BindingFlags.Instance | BindingFlags.Public)
            .Where(m => m is FieldInfo || m is PropertyInfo { CanRead: true, PropertyType.IsByRefLike: false } p && p.GetIndexParameters().Length == 0)
            .OrderBy(m => Depth(m.DeclaringType!)).ThenBy(m => m.MetadataToken)
            .Select(m => (m.Name, m is FieldInfo f ? (Func<object, object?>)f.GetValue : ((PropertyInfo)m).GetValue)),
    ]);

    /// <summary>The value, or the name of the exception that its property throws: a table must not fail for one cell.</summary>
    public static object? Read(Func<object, object?> read, object target)
    {
        try
        {
            return read(target);
        }
        catch (TargetInvocationException e) when (e.InnerException is not (OperationCanceledException or ThreadInterruptedException))
        {
            return $"({e.InnerException?.GetType().Name})";
        }
    }

    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;
}
