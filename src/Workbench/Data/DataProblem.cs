namespace Workbench.Data;

/// <summary>An entry that a reader left out, because <see cref="ReadOptions.SkipBad"/> was set: where it is and what is wrong with it.</summary>
public readonly record struct DataProblem(string Path, string Place, string Expectation)
{
    /// <summary>The line that the exception would have had as its message.</summary>
    public override string ToString() => $"{Path}: {Place}: {Expectation}";
}
