using System.Runtime.ExceptionServices;

namespace Workbench.Kernel.Engine;

/// <summary>An exception on a thread that a cell started must not end the kernel; it is shown as error text.</summary>
internal static class ThreadErrors
{
    private static int s_set;

    /// <summary>Installs the handler, once in a process.</summary>
    public static void Show()
    {
        if (Interlocked.Exchange(ref s_set, 1) != 0)
            return;
        ExceptionHandling.SetUnhandledExceptionHandler(static e =>
        {
            try
            {
                CellContext.Current?.Output.Stream("stderr", $"An exception on a thread of its own: {e}\n");
            }
            catch (Exception)
            {
                // Nobody is left to tell.
            }
            return true;
        });
    }
}
