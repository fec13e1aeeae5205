namespace Workbench.Kernel.Engine;

/// <summary>What came of a cell.</summary>
/// <param name="Error">Why it failed; null when it did not.</param>
/// <param name="Time">How long it took.</param>
internal sealed record CellResult(CellError? Error, TimeSpan Time)
{
    public bool Ok => Error is null;

    public bool Interrupted => Error?.Name == CellError.InterruptName;
}
