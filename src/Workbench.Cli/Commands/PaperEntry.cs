namespace Workbench.Cli.Commands;

/// <summary>A paper beside What-When-Where whose tables <c>reproduce --paper</c> makes.</summary>
/// <param name="Title">What it is, for the help.</param>
/// <param name="Numbers">The tables that are measured.</param>
/// <param name="Open">Takes over the data and gives what compares a table.</param>
internal sealed record PaperEntry(string Title, IReadOnlyList<string> Numbers, Func<PaperSource, OpenPaper> Open)
{
    /// <summary>The tables where none is named; null: all.</summary>
    public IReadOnlyList<string>? Printed { get; init; }

    /// <summary>Numbers that stand for several tables.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Sets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Also measured on the user's own data, with --fidelity and --recipe.</summary>
    public bool OnOwnData { get; init; }

    /// <summary>Opens the user's own data where it is laid out otherwise than What-When-Where's.</summary>
    public Func<OwnPaperSource, OpenPaper>? OpenOwn { get; init; }

    /// <summary>What --table takes.</summary>
    public IEnumerable<string> Names => Sets.Keys.Concat(Numbers);

    /// <summary>The tables behind a name; those of <see cref="Printed"/> for null.</summary>
    public IReadOnlyList<string> Tables(string? name) => name is null ? Printed ?? Numbers : Sets.TryGetValue(name, out IReadOnlyList<string>? set) ? set : [name];
}
