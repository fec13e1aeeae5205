using System.ComponentModel;

namespace Workbench.Kernel.Engine;

/// <summary>The check that is put at the head of every loop of a cell. Public only because cells call it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InterruptCheck
{
    private static volatile bool s_requested;

    /// <summary>Ends the loop when an interrupt was asked for.</summary>
    /// <exception cref="OperationCanceledException">The running cell was interrupted.</exception>
    public static void Poll()
    {
        if (s_requested)
            Throw();
    }

    internal static void Request() => s_requested = true;

    internal static void Reset() => s_requested = false;

    private static void Throw() => throw new OperationCanceledException("The cell was interrupted.");
}
