using Workbench.Data;

namespace Workbench.Inference;

/// <summary>Tubes of an untrimmed video: each maximal run of seconds with the same action, with a box a second.</summary>
public static class TubeBuilder
{
    /// <summary>The runs of equal labels, background left out: action, first second, number of seconds.</summary>
    public static IReadOnlyList<(int Label, int First, int Count)> Runs(IReadOnlyList<int> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var runs = new List<(int, int, int)>();
        for (int first = 0, s = 1; s <= labels.Count; s++)
            if (s == labels.Count || labels[s] != labels[first])
            {
                if (labels[first] != TemporalDetection.Background)
                    runs.Add((labels[first], first, s - first));
                first = s;
            }
        return runs;
    }

    /// <param name="labels">One action a second (<see cref="TemporalDetection.Labels"/>).</param>
    /// <param name="pool">The actions' names.</param>
    /// <param name="score_FP">Scores; a tube's confidence is its mean score (the paper names none).</param>
    /// <param name="boxOf">The box of a second for an action.</param>
    public static IReadOnlyList<Tube> Build(IReadOnlyList<int> labels, IReadOnlyList<string> pool, double[,] score_FP, Func<int, int, Box> boxOf)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(boxOf);
        return [.. Runs(labels).Select(run => new Tube(
            pool[run.Label],
            Enumerable.Range(run.First, run.Count).ToDictionary(s => s, s => boxOf(run.Label, s)),
            Enumerable.Range(run.First, run.Count).Average(s => score_FP[s, run.Label])))];
    }
}
