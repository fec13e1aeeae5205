using Workbench.Kernel.Notebooks;
using Workbench.Kernel.Protocol;

namespace Workbench.Kernel;

/// <summary>The kernel's program: <c>Workbench.Kernel CONNECTION_FILE</c>, as clients start it.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        if (args is [NotebookWorker.Verb])
            return NotebookWorker.Run();
        const string named = "--connection-file=";
        string? file = args switch
        {
            ["run" or "-f" or "--connection-file", var path] => path,
            [var path] when path.StartsWith(named, StringComparison.Ordinal) => path[named.Length..],
            [var path] when !path.StartsWith('-') => path,
            _ => null,
        };
        if (file is not null)
            return KernelProcess.Run(file);
        Console.Error.WriteLine("usage: Workbench.Kernel CONNECTION_FILE");
        return 2;
    }
}
