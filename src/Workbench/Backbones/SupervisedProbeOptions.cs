namespace Workbench.Backbones;

/// <summary>How a <see cref="SupervisedProbe"/> is fitted.</summary>
public sealed record SupervisedProbeOptions
{
    public int Steps { get; init; } = 400;

    public double LearningRate { get; init; } = 0.05;

    /// <summary>Factor on half the squared weights.</summary>
    public double Decay { get; init; } = 1e-4;
}
