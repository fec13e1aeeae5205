namespace Workbench.Training;

/// <summary>What a training run did.</summary>
/// <param name="Steps">Optimiser steps in all, resumed ones included.</param>
/// <param name="Losses">Total loss of each step.</param>
/// <param name="Seconds">Seconds of this process (a resumed run does not know those before).</param>
/// <param name="MedianStepMilliseconds">Median time of a step of this process.</param>
/// <param name="Resumed">The step this process started from; 0 for a fresh run.</param>
public sealed record TrainingResult(int Steps, IReadOnlyList<float> Losses, double Seconds, double MedianStepMilliseconds, int Resumed);
