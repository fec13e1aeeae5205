namespace Workbench.Data;

/// <summary>An action in space and time: a box for each second in which it is visible.</summary>
public sealed record Tube(string Label, IReadOnlyDictionary<int, Box> Boxes, double Confidence = 1);
