namespace Workbench.Metrics;

/// <summary>Mean average precision and what it is the mean of. <paramref name="Mean"/> is NaN where no class qualifies.</summary>
public sealed record ApResult(double Mean, IReadOnlyDictionary<string, double> PerClass, int Truths, int Detections);
