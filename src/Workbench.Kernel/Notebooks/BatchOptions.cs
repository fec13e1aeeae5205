namespace Workbench.Kernel.Notebooks;

/// <summary>How a set of notebooks is run.</summary>
internal sealed record BatchOptions
{
    /// <summary>Notebooks at the same time.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Begin no further notebook after one failed.</summary>
    public bool StopOnError { get; init; }

    /// <summary>The program that runs one notebook; null for the one beside this.</summary>
    public string? Program { get; init; }
}
