using System.Runtime.InteropServices;
using Workbench.Data;
using Workbench.Kernel.Engine;

namespace Workbench.Kernel.Protocol;

/// <summary>This process as a kernel, from its start to its end.</summary>
internal static class KernelProcess
{
    /// <summary>Serves the clients of a connection file until one says shutdown or the parent is gone.</summary>
    public static int Run(string connectionFile)
    {
        Warmth.Begin();
        TextWriter error = Console.Error;
        ConnectionFile connection;
        try
        {
            connection = ConnectionFile.Read(connectionFile);
        }
        catch (Exception e) when (e is DataFormatException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"workbench kernel: {e.Message}");
            return 1;
        }
        // Signals reach the whole group of processes: what they mean is told by messages.
        using PosixSignalRegistration ignored = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        ThreadErrors.Show();
        using IDisposable? hold = Install.KernelPublisher.HoldOwnFolder();
        NotebookSession session = new(new SessionOptions());
        KernelServer server = new(connection, session, line => error.WriteLine($"workbench kernel: {line}"));
        ParentWatch.Begin(() => Environment.Exit(0));
        server.Ended.Wait();
        server.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(1));
        // Threads of cells may still run; they end with the process.
        Environment.Exit(0);
        return 0;
    }
}
