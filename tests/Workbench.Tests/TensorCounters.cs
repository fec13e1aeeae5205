namespace Workbench.Tests;

/// <summary>Tests that count live tensors run alone: the counters are the process's.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TensorCounters
{
    public const string Name = "tensor counters";
}
