namespace Workbench.Kernel.Engine;

/// <summary>A cell that did not compile, or a magic that cannot be obeyed.</summary>
internal sealed class CompilationException(IReadOnlyList<CellDiagnostic> diagnostics)
    : Exception(diagnostics.Count > 0 ? $"{diagnostics[0].Id}: {diagnostics[0].Message}" : "The cell did not compile.")
{
    public IReadOnlyList<CellDiagnostic> Diagnostics { get; } = diagnostics;
}
