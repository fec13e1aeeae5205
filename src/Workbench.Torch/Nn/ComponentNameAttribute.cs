namespace TorchSharp.Utils;

/// <summary>Gives a module's field another name in the state dict than the field's own.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ComponentNameAttribute : Attribute
{
    /// <summary>The name in the state dict.</summary>
    public string? Name { get; set; }
}
