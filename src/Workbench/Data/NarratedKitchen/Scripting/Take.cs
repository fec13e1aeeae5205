namespace Workbench.Data.NarratedKitchen.Scripting;

/// <summary>One performance of an action, in whole seconds, the end excluded; interruptions lie inside.</summary>
internal sealed record Take(int Index, KitchenAction Action, int Start, int End)
{
    public int Seconds => End - Start;
}
