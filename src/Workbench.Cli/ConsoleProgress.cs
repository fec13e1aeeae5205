using Spectre.Console;

namespace Workbench.Cli;

/// <summary>
/// Shows the progress of a long job on standard error, so that standard output stays the result's: bars on a terminal,
/// sparse lines elsewhere. Reports are handled on the caller's thread, in order.
/// </summary>
internal static class ConsoleProgress
{
    /// <summary>Runs <paramref name="work"/> with a progress to report to.</summary>
    public static T Run<T>(Func<IProgress<ProgressReport>, T> work) =>
        Redrawable() is { } console ? Bars(console).Start(context => work(new BarProgress(context, TimeProvider.System))) : work(Plain());

    /// <inheritdoc cref="Run{T}"/>
    public static void Run(Action<IProgress<ProgressReport>> work) => Run(progress =>
    {
        work(progress);
        return true;
    });

    /// <inheritdoc cref="Run{T}"/>
    public static Task<T> RunAsync<T>(Func<IProgress<ProgressReport>, Task<T>> work) =>
        Redrawable() is { } console ? Bars(console).StartAsync(context => work(new BarProgress(context, TimeProvider.System))) : work(Plain());

    /// <inheritdoc cref="Run{T}"/>
    public static Task RunAsync(Func<IProgress<ProgressReport>, Task> work) => RunAsync(async progress =>
    {
        await work(progress).ConfigureAwait(false);
        return true;
    });

    private static PlainProgress Plain() => new(Console.Error, TimeProvider.System);

    private static Progress Bars(IAnsiConsole console) =>
        console.Progress().AutoClear(false).HideCompleted(false).Columns(BarProgress.Columns);

    /// <summary>Standard error as a terminal that can redraw; null where it is a file, a pipe or a dumb terminal.</summary>
    private static IAnsiConsole? Redrawable()
    {
        if (Environment.GetEnvironmentVariable("TERM") is null or "dumb")
            return null;
        IAnsiConsole console = Terminal.For(Console.Error);
        return console.Profile.Capabilities is { Ansi: true, Interactive: true } ? console : null;
    }
}
