namespace Workbench.Data;

/// <summary>How a reader treats entries that are wrong. A file that cannot be read at all is an error either way.</summary>
public record ReadOptions
{
    /// <summary>False (default): the first bad entry ends the reading with a <see cref="DataFormatException"/>. True: it is left out.</summary>
    public bool SkipBad { get; init; }

    /// <summary>Called for each entry left out, in the order of the file; also for the few that the published loaders leave out by rule.</summary>
    public Action<DataProblem>? OnProblem { get; init; }

    /// <summary>Notes an entry that is left out by a published rule, whatever <see cref="SkipBad"/> says.</summary>
    internal void LeaveOut(DataFormatException entry) => OnProblem?.Invoke(new DataProblem(entry.Path, entry.Place, entry.Expectation));

    /// <summary>Runs <paramref name="read"/>; what it finds wrong is thrown on, or reported and left out.</summary>
    internal void Guard(Action read)
    {
        try
        {
            read();
        }
        catch (DataFormatException error) when (SkipBad)
        {
            LeaveOut(error);
        }
    }
}
