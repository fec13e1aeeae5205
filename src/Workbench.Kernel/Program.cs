using Workbench.Kernel.Notebooks;

namespace Workbench.Kernel;

/// <summary>The kernel's program: <c>Workbench.Kernel CONNECTION_FILE</c>, as clients start it.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        if (args is [NotebookWorker.Verb])
            return NotebookWorker.Run();
        Console.Error.WriteLine("usage: Workbench.Kernel CONNECTION_FILE");
        return 2;
    }
}
