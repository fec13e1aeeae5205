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
            : [.. Seeded(run).Select(seeded => runner.Run(seeded, progress, cancellation))];
        return _done[run] = runs;
    }

    /// <summary>Runs all that a table needs and has not been run yet.</summary>
    public IReadOnlyDictionary<MethodRun, IReadOnlyList<RunRecord>> Run(PaperTable table, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Runs.ToDictionary(run => run, run => Runs(run, progress, cancellation));
    }

    /// <summary>What of these methods is still to be trained, a run a seed; those that train the backbone first, for they take longest.</summary>
    public IReadOnlyList<MethodRun> ToTrain(IEnumerable<MethodRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return
        [
            .. runs.Distinct().Where(r => r.Recipe is not null && RunnerOf(r.Backbone) is not null)
                .SelectMany(Seeded)
                .Where(r => !RunnerOf(r.Backbone)!.IsDone(r))
                .OrderBy(r => r.Recipe!.BackboneLearningRate > 0 ? 0 : 1),
        ];
    }

    /// <summary>Trains and scores of <see cref="ToTrain"/> what no other process is at; several processes may work through the same methods.</summary>
    /// <param name="runs">The methods.</param>
    /// <param name="finished">Told of each that this process has finished.</param>
    /// <param name="progress">Told the steps.</param>
    /// <param name="cancellation">Stops between two steps; checkpoints stay.</param>
    public void RunUnclaimed(IEnumerable<MethodRun> runs, Action<MethodRun> finished, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(finished);
        bool any = true;
        while (any) // Once more while something is done: of two ways to ask one model, the second is free when the first is done.
        {
            any = false;
            foreach (MethodRun run in ToTrain(runs))
            {
                RowRunner runner = RunnerOf(run.Backbone)!;
                using IDisposable? claim = runner.TryClaim(run.Recipe!);
                if (claim is null || runner.IsDone(run))
                    continue;
                runner.Run(run, progress, cancellation);
                finished(run);
                any = true;
            }
        }
    }

    /// <summary>The runner of a backbone's features; null where there are none.</summary>
    public RowRunner? RunnerOf(MethodBackbone backbone)
    {
        if (!_runners.TryGetValue(backbone, out RowRunner? runner))
            _runners[backbone] = runner = runnerOf(backbone);
        return runner;
    }

    /// <summary>A method with each seed; as it is where nothing is trained.</summary>
    private IEnumerable<MethodRun> Seeded(MethodRun run) => run.Recipe is { } recipe ? seeds.Select(seed => run with { Recipe = recipe with { Seed = seed } }) : [run];
}
