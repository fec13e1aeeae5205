namespace Workbench.Kernel.Notebooks;

/// <summary>What came of one notebook.</summary>
/// <param name="Path">The notebook.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Seconds">How long it took, the start of the session included.</param>
/// <param name="CodeCells">Code cells in it.</param>
/// <param name="Problems">Failures and differences, each with its cell; empty when it passed.</param>
internal sealed record NotebookRun(string Path, RunStatus Status, double Seconds, int CodeCells, IReadOnlyList<string> Problems);
