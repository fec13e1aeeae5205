namespace Workbench.Kernel.Engine;

/// <summary>How a cell's code ended.</summary>
/// <param name="Value">Its last expression; null when it has none or did not get there.</param>
/// <param name="Error">What it threw; null when it ended well.</param>
/// <param name="Interrupted">It was stopped by an interrupt.</param>
internal sealed record CellOutcome(object? Value, Exception? Error, bool Interrupted);
