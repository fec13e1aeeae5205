using Workbench.Inference;
using Workbench.Training;

namespace Workbench.Experiments;

/// <summary>A row of a paper's table: what is trained and how it is asked.</summary>
/// <param name="Label">The row as printed.</param>
/// <param name="Recipe">What is trained.</param>
/// <param name="Grounding">How it is asked.</param>
public sealed record TableRow(string Label, Recipe Recipe, GroundingOptions Grounding);
