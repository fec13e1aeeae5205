using System.CommandLine;
using System.CommandLine.Invocation;

namespace Workbench.Cli;

/// <summary>
/// Runs a command line and gives every way it can end its exit code and its words: 0 fine, 1 an error, 2 wrong usage,
/// 130 interrupted. Results go to standard output, everything else to standard error.
/// </summary>
internal static class Shell
{
    public const int Fine = 0, Failed = 1, Usage = 2, Interrupted = 130;

    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Show the stack of an error.",
        Recursive = true,
    };

    public static async Task<int> RunAsync(
        Command root, string[] args, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (!root.Options.Contains(Verbose))
            root.Options.Add(Verbose);
        ParseResult parsed = root.Parse(args);
        InvocationConfiguration configuration = new()
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null, // Interruption does it.
        };
        // `nonsense --help` is no question about ./workbench: a word that nothing takes stays wrong beside --help.
        bool strayWord = parsed.UnmatchedTokens.Count > 0 && parsed.CommandResult.Command.TreatUnmatchedTokensAsErrors;
        if (strayWord && parsed.Action is not ParseErrorAction)
        {
            await error.WriteLineAsync($"Unrecognized command or argument '{parsed.UnmatchedTokens[0]}'.\nSee {PathOf(parsed)} --help.").ConfigureAwait(false);
            return Usage;
        }
        if (parsed.Action is ParseErrorAction wrong)
        {
            (wrong.ShowHelp, wrong.ShowTypoCorrections, configuration.Output) = (false, true, error);
            await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
            await error.WriteLineAsync($"See {PathOf(parsed)} --help.").ConfigureAwait(false);
            return Usage;
        }
        try
        {
            return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            return await ReportAsync(e, parsed.GetValue(Verbose), error, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<int> ReportAsync(Exception e, bool verbose, TextWriter error, CancellationToken cancellation)
    {
        // What a killed ffmpeg or a half-read pipe says after Ctrl-C is no news.
        if (cancellation.IsCancellationRequested || ErrorText.Unwrap(e) is OperationCanceledException)
        {
            await error.WriteLineAsync(verbose ? $"workbench: interrupted\n{e}" : "workbench: interrupted").ConfigureAwait(false);
            return Interrupted;
        }
        string text = ErrorText.OfKnown(e) is { } known
            ? verbose ? $"workbench: {known}\n{e}" : $"workbench: {known}"
            : $"{e}\nworkbench: the above is a bug in the workbench, not a fault of yours. Please report it with the command and the text above.";
        await error.WriteLineAsync(text).ConfigureAwait(false);
        return Failed;
    }

    /// <summary>"./workbench data check": the command that was meant, as typed.</summary>
    private static string PathOf(ParseResult parsed)
    {
        List<string> names = [];
        for (var at = parsed.CommandResult; at is not null; at = at.Parent as System.CommandLine.Parsing.CommandResult)
            names.Insert(0, at.Command.Name);
        names[0] = "./workbench";
        return string.Join(' ', names);
    }
}
