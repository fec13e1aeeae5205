using Workbench.Experiments.Tables;

namespace Workbench.Experiments.Comma;

/// <summary>A table of CoMMA: what is printed, and what each of its lines is measured on.</summary>
/// <param name="Table">Lines and columns; a line's run is named as in <paramref name="Runs"/>.</param>
/// <param name="Runs">The runs by name.</param>
public sealed record CommaTable(PaperTable Table, IReadOnlyDictionary<string, CommaRun> Runs);
