namespace Workbench.Report;

/// <summary>Frames of one segment, under its sentence.</summary>
public sealed record LocalisationRow(string Sentence, IReadOnlyList<LocalisationFrame> Frames);
