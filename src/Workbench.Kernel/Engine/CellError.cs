namespace Workbench.Kernel.Engine;

/// <summary>An error as clients show it.</summary>
/// <param name="Name">The exception's type without namespace, "CompilationError" or "KeyboardInterrupt".</param>
/// <param name="Value">Its message.</param>
/// <param name="Traceback">Lines in the shape of IPython 8, which clients turn into links.</param>
internal sealed record CellError(string Name, string Value, IReadOnlyList<string> Traceback)
{
    /// <summary>The name that clients know for an interrupted cell.</summary>
    public const string InterruptName = "KeyboardInterrupt";
}
