using Workbench.Training.Comma;

namespace Workbench.Experiments.Comma;

/// <summary>What numbers of CoMMA's tables are measured on. Tables that need the same one share its run.</summary>
public sealed record CommaRun
{
    /// <summary>Name of the run file: small letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    public required CommaKind Kind { get; init; }

    /// <summary>What is trained; null where nothing is, and for NAFAE.</summary>
    public CommaRecipe? Recipe { get; init; }

    /// <summary>What NAFAE is trained with.</summary>
    public NafaeRecipe? Nafae { get; init; }

    /// <summary>Also asked for objects (Table 3).</summary>
    public bool Objects { get; init; }
}
