namespace Workbench.Data.Formats;

/// <summary>One caption of a SubRip file.</summary>
/// <param name="Line">The line of its number.</param>
internal sealed record SrtEntry(int Number, Segment Segment, string Text, int Line);
