using System.Diagnostics;
using System.Reflection;

namespace Workbench.Cli;

/// <summary>This program, to be started again in a process of its own.</summary>
internal static class OwnProgram
{
    /// <summary>How to start it with these arguments; its standard output comes here.</summary>
    public static ProcessStartInfo StartInfo(IEnumerable<string> arguments)
    {
        string program = Environment.ProcessPath ?? "dotnet";
        string[] assembly = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Assembly.GetExecutingAssembly().Location] : [];
        return new ProcessStartInfo(program, [.. assembly, .. arguments]) { RedirectStandardOutput = true };
    }
}
