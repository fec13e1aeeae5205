namespace Workbench.Kernel.Language;

/// <summary>Proposals for the text from <paramref name="Start"/> to <paramref name="End"/>, in UTF-16 units.</summary>
internal sealed record Completions(int Start, int End, IReadOnlyList<Completion> Items);
