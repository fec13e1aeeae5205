using Spectre.Console;
using Workbench.Cli.Commands;

namespace Workbench.Cli;

/// <summary>The one entry.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        AnsiConsole.Console = Terminal.For(Console.Out);
        using Interruption interruption = Interruption.Listen(Console.Error);
        return await Shell.RunAsync(All.Create(), args, Console.Out, Console.Error, interruption.Token).ConfigureAwait(false);
    }
}
