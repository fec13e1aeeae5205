namespace Workbench.Cli.Commands;

/// <summary>The papers that <c>reproduce --paper</c> knows, by name. A paper is one line here.</summary>
internal static class Papers
{
    /// <summary>The paper that the command is about where none is named; it has options of its own.</summary>
    public const string Main = "what-when-where";

    public static IReadOnlyDictionary<string, PaperEntry> Others { get; } = new Dictionary<string, PaperEntry>
    {
        ["comma"] = CommaPaper.Entry,
        ["sscs"] = SscsPaper.Entry,
    };
}
