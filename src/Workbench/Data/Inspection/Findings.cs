namespace Workbench.Data.Inspection;

/// <summary>Collects what is counted in a data set and what is wrong with it.</summary>
internal sealed class Findings
{
    private readonly List<(string Name, double Value)> _counts = [];
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Reading that notes wrong entries and goes on.</summary>
    public ReadOptions Reading => new() { SkipBad = true, OnProblem = Note };

    public void Count(string name, double value) => _counts.Add((name, value));

    /// <summary>Notes a problem once: files that are read more than once say the same again.</summary>
    public void Note(DataProblem problem)
    {
        if (_known.Add(problem.ToString()))
            _problems.Add(problem.ToString());
    }

    /// <summary>Runs a reading; a file that cannot be read at all is a problem, not the end.</summary>
    public void Guard(Action read)
    {
        try
        {
            read();
        }
        catch (DataFormatException error)
        {
            Note(new DataProblem(error.Path, error.Place, error.Expectation));
        }
    }

    public Inspection Result(string path, InspectionKind kind) => new(path, kind, _counts, _problems, []);
}
