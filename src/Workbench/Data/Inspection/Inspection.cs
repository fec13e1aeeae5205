namespace Workbench.Data.Inspection;

/// <summary>What was found in a file or folder.</summary>
/// <param name="Path">The file or folder.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Counts">What is in it, in the order to be read: videos, segments, labels, boxes, …</param>
/// <param name="Problems">What is wrong with it, one each; entries that are wrong are not counted.</param>
/// <param name="Parts">The data sets of a <see cref="InspectionKind.DataRoot"/>.</param>
public sealed record Inspection(string Path, InspectionKind Kind, IReadOnlyList<(string Name, double Value)> Counts, IReadOnlyList<string> Problems, IReadOnlyList<Inspection> Parts)
{
    /// <summary>Problems here and in all parts.</summary>
    public int AllProblems => Problems.Count + Parts.Sum(p => p.AllProblems);
}
