using System.CommandLine;

namespace Workbench.Cli;

/// <summary>The one entry: builds the command tree, runs it, turns known errors into one clear line.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        RootCommand root = Commands.All.Create();
        return await root.Parse(args).InvokeAsync().ConfigureAwait(false);
    }
}
