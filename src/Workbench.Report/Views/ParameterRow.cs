using TorchSharp;

namespace Workbench.Report.Views;

/// <summary>A parameter or buffer of a model.</summary>
/// <param name="Name">Dotted, as in state dicts.</param>
/// <param name="Shape">Its sizes.</param>
/// <param name="Type">Of its elements.</param>
/// <param name="Count">How many numbers.</param>
/// <param name="Trained">False for buffers and frozen parameters.</param>
public sealed record ParameterRow(string Name, IReadOnlyList<long> Shape, torch.ScalarType Type, long Count, bool Trained);
