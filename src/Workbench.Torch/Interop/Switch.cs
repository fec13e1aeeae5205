namespace Workbench.Torch.Interop;

/// <summary>Switches of libtorch's global context, set until disposed.</summary>
internal sealed class Switch : IDisposable
{
    private readonly (string Name, bool Before)[] before;
    private bool disposed;

    public Switch(params (string Name, bool On)[] wanted) => before = [.. wanted.Select(each => (each.Name, Set(each.Name, each.On)))];

    public static bool Ask(string name) => Flip(name, -1);

    /// <summary>Sets the switch; returns what it was.</summary>
    public static bool Set(string name, bool on) => Flip(name, on ? 1 : 0);

    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        foreach ((string name, bool on) in before.Reverse()) Set(name, on);
    }

    private static bool Flip(string name, int set)
    {
        Failure.Check(Native.wb_flag(name, set, out int was), name);
        return was != 0;
    }
}
