namespace Workbench.Kernel.Magics;

/// <summary>A part of a cell in one language.</summary>
/// <param name="Language">What it is written in.</param>
/// <param name="Text">Its text. C# keeps the cell's line numbers: what stands before is empty lines.</param>
/// <param name="IsTimed">It began with <c>#!time</c>.</param>
internal sealed record CellPart(CellLanguage Language, string Text, bool IsTimed);
