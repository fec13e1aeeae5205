namespace Workbench.Data;

/// <summary>How a reader treats entries that are wrong. A file that cannot be read at all is an error either way.</summary>
public record ReadOptions
{
    /// <summary>False (default): the first bad entry ends the reading with a <see cref="DataFormatException"/>. True: it is left out.</summary>
    public bool SkipBad { get; init; }

    /// <summary>Called for each entry left out, in the order of the file.</summary>
    public Action<DataProblem>? OnProblem { get; init; }

    /// <summary>Runs <paramref name="read"/>; what it finds wrong is thrown on, or reported and left out.</summary>
    internal void Guard(Action read)
    {
        try
        {
            read();
        }
        catch (DataFormatException error) when (SkipBad)
        {
            OnProblem?.Invoke(new DataProblem(error.Path, error.Place, error.Expectation));
        }
    }
}
