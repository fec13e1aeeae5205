namespace Workbench.Kernel.Notebooks;

/// <summary>How one notebook is run. Also the message by which a worker process is told.</summary>
internal sealed record RunOptions
{
    /// <summary>The notebook.</summary>
    public required string Path { get; init; }

    /// <summary>Where the executed notebook goes; null writes nothing.</summary>
    public string? WriteTo { get; init; }

    /// <summary>Where it goes when a cell fails; null writes nothing then.</summary>
    public string? WriteFailedTo { get; init; }

    /// <summary>Values for the notebook's parameters.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Compare the outputs with those that are stored.</summary>
    public bool Check { get; init; }

    /// <summary>Relative tolerance of numbers in <see cref="Check"/>; for whole numbers it is 0.</summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>Seconds a cell may take; 0 is no limit.</summary>
    public double CellTimeout { get; init; }

    /// <summary>Run the cells behind a failed one too.</summary>
    public bool KeepGoing { get; init; }
}
