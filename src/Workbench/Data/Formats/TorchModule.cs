namespace Workbench.Data.Formats;

/// <summary>A module of a TorchScript archive, of which the attributes are kept and nothing else.</summary>
internal sealed class TorchModule(string name)
{
    public string Name { get; } = name;

    public List<KeyValuePair<object, object?>> Attributes { get; } = [];

    public override string ToString() => Name;
}
