using System.Diagnostics;
using System.Globalization;

namespace Workbench.Kernel.Protocol;

/// <summary>Ends the kernel when the client that started it is gone without a word.</summary>
internal static class ParentWatch
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>Watches the process that <c>JPY_PARENT_PID</c> names, if any.</summary>
    public static void Begin(Action gone)
    {
        if (!int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), NumberStyles.None, CultureInfo.InvariantCulture, out int id) || id <= 1)
            return;
        new Thread(() =>
        {
            while (IsAlive(id))
                Thread.Sleep(s_pause);
            gone();
        })
        { IsBackground = true, Name = "parent watch" }.Start();
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using Process parent = Process.GetProcessById(id);
            return !parent.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return true; // It is there, but not ours to ask.
        }
    }
}
