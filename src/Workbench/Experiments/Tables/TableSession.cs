namespace Workbench.Experiments.Tables;

/// <summary>Runs what tables need, each run once however many tables ask for it.</summary>
/// <param name="runnerOf">The runner of a backbone's features; null where there are none, and then its rows stay empty.</param>
/// <param name="seeds">Trained methods are run with each.</param>
public sealed class TableSession(Func<MethodBackbone, RowRunner?> runnerOf, IReadOnlyList<long> seeds)
{
    private readonly Dictionary<MethodRun, IReadOnlyList<RunRecord>> _done = [];
    private readonly Dictionary<MethodBackbone, RowRunner?> _runners = [];

    /// <summary>The run files of a method, one a seed; empty where its backbone is not to be had.</summary>
    public IReadOnlyList<RunRecord> Runs(MethodRun run, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (_done.TryGetValue(run, out IReadOnlyList<RunRecord>? runs))
            return runs;
        RowRunner? runner = RunnerOf(run.Backbone);
        runs = runner is null ? []
            : run.Recipe is { } recipe ? [.. seeds.Select(seed => runner.Run(run with { Recipe = recipe with { Seed = seed } }, progress, cancellation))]
            : [runner.Run(run, progress, cancellation)];
        return _done[run] = runs;
    }

    /// <summary>Runs all that a table needs and has not been run yet.</summary>
    public IReadOnlyDictionary<MethodRun, IReadOnlyList<RunRecord>> Run(PaperTable table, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Runs.ToDictionary(run => run, run => Runs(run, progress, cancellation));
    }

    /// <summary>The runner of a backbone's features; null where there are none.</summary>
    public RowRunner? RunnerOf(MethodBackbone backbone)
    {
        if (!_runners.TryGetValue(backbone, out RowRunner? runner))
            _runners[backbone] = runner = runnerOf(backbone);
        return runner;
    }
}
