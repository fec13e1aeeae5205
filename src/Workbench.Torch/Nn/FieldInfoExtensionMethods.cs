using System.Reflection;
using TorchSharp.Utils;

namespace TorchSharp;

/// <summary>Names of a module's fields in the state dict.</summary>
public static class FieldInfoExtensionMethods
{
    private const string BackingFieldEnd = ">k__BackingField";

    /// <summary>
    /// The name given by <see cref="ComponentNameAttribute"/>, else the field's own; an auto-property's field
    /// has the property's name.
    /// </summary>
    public static string ComponentName(this FieldInfo field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var given = field.GetCustomAttribute<ComponentNameAttribute>()?.Name;
        if (given is not null)
            return given;
        return field.Name.EndsWith(BackingFieldEnd, StringComparison.Ordinal)
            ? field.Name[1..^BackingFieldEnd.Length]
            : field.Name;
    }
}
