using Spectre.Console;

namespace Workbench.Cli;

/// <summary>Spectre consoles that know a terminal from a file: no colours and no line breaks of theirs in the latter.</summary>
internal static class Terminal
{
    private const int WidthOfFiles = 1000;

    /// <summary>A console over a writer; colours only where it is standard output (or error) and that is a terminal.</summary>
    public static IAnsiConsole For(TextWriter writer) =>
        (writer == Console.Out && !Console.IsOutputRedirected) || (writer == Console.Error && !Console.IsErrorRedirected)
            ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) })
            : Plain(writer);

    private static IAnsiConsole Plain(TextWriter writer)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = WidthOfFiles;
        return console;
    }
}
