namespace Workbench.Data;

/// <summary>How YouCook2 is read.</summary>
public sealed record YouCook2Options : ReadOptions
{
    /// <summary>Only the videos of this subset ("training", "validation", "testing"); null reads all.</summary>
    public string? Subset { get; init; }
}
