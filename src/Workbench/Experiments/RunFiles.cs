using System.Text.Json.Nodes;
using Workbench.Data;
using Workbench.Training;
using static TorchSharp.torch;

namespace Workbench.Experiments;

/// <summary>Measures under settings, once, and keeps what came out as run files.</summary>
internal sealed class RunFiles(RowRunnerOptions options)
{
    /// <summary>What a measurement gives: metrics and counts by name.</summary>
    public delegate (IReadOnlyDictionary<string, double> Metrics, IReadOnlyDictionary<string, long> Counts) Measurement();

    /// <summary>
    /// What trains: with <see cref="RowRunnerOptions.Reuse"/> the run file of these settings is taken, whatever code wrote it; a run of the same code and settings that is finished
    /// is not done again either, its file is as it was.
    /// </summary>
    /// <param name="name">Name of the run.</param>
    /// <param name="settings">Everything that decides the outcome.</param>
    /// <param name="seeds">What chance started from; none where nothing was drawn.</param>
    /// <param name="measure">Done only where it was not done before.</param>
    public RunRecord Once(string name, JsonObject settings, IReadOnlyList<int> seeds, Measurement measure)
    {
        if (Kept(name, settings) is { } kept)
            return kept;
        string finished = Finished(name, settings);
        if (File.Exists(finished))
        {
            RunRecord earlier = RunRecord.Read(finished);
            if (!File.Exists(Path.Combine(options.RunFolder, earlier.FileName)))
                earlier.Write(options.RunFolder);
            return earlier;
        }

        RunRecord record = Measure(name, settings, seeds, measure);
        AtomicFile.WriteText(finished, record.ToJson() + "\n");
        return record;
    }

    /// <summary>True where <see cref="Once"/> would measure nothing.</summary>
    public bool IsDone(string name, JsonObject settings) => Kept(name, settings) is not null || File.Exists(Finished(name, settings));

    /// <summary>What leaves no model behind: the run file of these settings where it may be taken, else it is measured anew.</summary>
    public RunRecord KeptOr(string name, JsonObject settings, IReadOnlyList<int> seeds, Measurement measure) => Kept(name, settings) ?? Measure(name, settings, seeds, measure);

    /// <summary>Measures and writes the run file.</summary>
    public RunRecord Measure(string name, JsonObject settings, IReadOnlyList<int> seeds, Measurement measure)
    {
        using var threads = new ThreadScope(options.Threads);
        DateTimeOffset started = options.Time.GetUtcNow();
        long begun = options.Time.GetTimestamp();
        (IReadOnlyDictionary<string, double> metrics, IReadOnlyDictionary<string, long> counts) = measure();
        var record = new RunRecord
        {
            Name = name,
            Recipe = settings,
            Command = options.Command,
            Metrics = metrics,
            Counts = counts,
            Seeds = seeds,
            Host = options.Host,
            Torch = options.TorchVersion is { } torch ? $"{torch}, {get_num_threads()} threads" : null,
            Commit = options.Commit,
            Started = started,
            Seconds = options.Time.GetElapsedTime(begun).TotalSeconds,
        };
        record.Write(options.RunFolder);
        return record;
    }

    /// <summary>A file of this code and these settings in the folder of checkpoints, which is made; another library's is never found.</summary>
    /// <param name="name">Name of the run or recipe.</param>
    /// <param name="settings">What decides it.</param>
    /// <param name="ending">With the point.</param>
    public string Beside(string name, JsonObject settings, string ending)
    {
        Directory.CreateDirectory(options.CheckpointFolder);
        return Path.Combine(options.CheckpointFolder, $"{Stem(name, settings)}-{options.CodeVersion}{ending}");
    }

    /// <summary>Notes a training beside what its model scored.</summary>
    public static void Note(TrainingResult training, SortedDictionary<string, double> metrics, SortedDictionary<string, long> counts)
    {
        metrics[RunMetrics.LastLoss] = training.Losses.TakeLast(20).Average();
        if (training.Resumed < training.Steps)
            metrics[RunMetrics.StepMilliseconds] = training.MedianStepMilliseconds;
        (counts["steps"], counts["resumed from step"]) = (training.Steps, training.Resumed);
    }

    /// <summary>Where the same code notes that it has finished a run of these settings.</summary>
    private string Finished(string name, JsonObject settings) => Beside(name, settings, ".run.json");

    private RunRecord? Kept(string name, JsonObject settings)
    {
        string path = Path.Combine(options.RunFolder, $"{Stem(name, settings)}.json");
        return options.Reuse && File.Exists(path) ? RunRecord.Read(path) : null;
    }

    private static string Stem(string name, JsonObject settings) => $"{name}-{CanonicalJson.Hash(settings)[..12]}";
}
