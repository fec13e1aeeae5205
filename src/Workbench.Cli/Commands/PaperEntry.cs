namespace Workbench.Cli.Commands;

/// <summary>A paper beside What-When-Where whose tables <c>reproduce --paper</c> makes.</summary>
/// <param name="Title">What it is, for the help.</param>
/// <param name="Numbers">The tables that are measured.</param>
/// <param name="Open">Takes over the embedded benchmark and gives what compares a table.</param>
internal sealed record PaperEntry(string Title, IReadOnlyList<string> Numbers, Func<PaperSource, OpenPaper> Open);
