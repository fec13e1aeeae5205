namespace Workbench.Data.Formats;

/// <summary>A Python tuple.</summary>
public sealed record PickleTuple(IReadOnlyList<object?> Items)
{
    public PickleTuple(params object?[] items)
        : this((IReadOnlyList<object?>)items)
    {
    }
}
