namespace Workbench.Torch.Tests.Nn;

/// <summary>Tests that draw from the process's one default generator, or count all tensors: nothing runs beside them.</summary>
[CollectionDefinition(nameof(DefaultGenerator), DisableParallelization = true)]
public sealed class DefaultGenerator;
