namespace Workbench;

/// <summary>One step of a long job: <paramref name="Done"/> of <paramref name="Total"/> units, and what to say beside the bar (a loss, a file).</summary>
public readonly record struct ProgressReport(string Task, long Done, long Total, string? Note = null);
