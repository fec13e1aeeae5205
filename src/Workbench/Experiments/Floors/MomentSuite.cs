using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Workbench.Data;
using Workbench.Metrics;

namespace Workbench.Experiments.Floors;

/// <summary>Runs the floors of moment retrieval on the data sets that a folder holds and gives their run records.</summary>
/// <param name="Folder">The folder of one of the data sets, or the one above them.</param>
/// <param name="Time">The clock for start and duration.</param>
public sealed record MomentSuite(string Folder, TimeProvider Time)
{
    /// <summary>Names of the predictors on the command line and in run files.</summary>
    public static IReadOnlyDictionary<string, MomentPredictor> Predictors { get; } = new Dictionary<string, MomentPredictor>
    {
        ["moments"] = MomentPredictor.Frequent,
        ["best-moments"] = MomentPredictor.BestFixed,
        ["whole-video"] = MomentPredictor.WholeVideo,
        ["random-moments"] = MomentPredictor.Random,
    };

    private static readonly DataPart[] s_parts = [DataPart.CharadesSTA, DataPart.ActivityNetCaptions, DataPart.TACoS];

    /// <summary>How wrong entries are treated.</summary>
    public ReadOptions Reading { get; init; } = new();

    /// <summary>The data sets found, each with its folder and its splits, training first.</summary>
    public IReadOnlyList<(DataPart Part, string Folder, IReadOnlyList<string> Splits)> Sets =>
        [.. s_parts.Select(part => (part, FolderOf(part), Splits: Directory.Exists(FolderOf(part)) ? MomentFiles.Splits(FolderOf(part), part) : [])).Where(set => set.Splits.Count > 0)];

    /// <summary>
    /// The predictors on every data set. The published split for testing is scored where it is there, fitted on the training split; where only one split is there, it is
    /// both, and fitting and scoring are on different videos of it.
    /// </summary>
    /// <exception cref="DataFormatException">No data set of moments is there, or a file is wrong.</exception>
    public IReadOnlyList<RunRecord> Run(IEnumerable<string> predictors, int seed, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(predictors);
        string[] names = [.. predictors];
        var sets = Sets;
        if (sets.Count == 0)
            throw new DataFormatException(Folder, "folder", $"the files of {string.Join(", ", s_parts)} were expected (data/README.md, \"Layout of real data\")");
        var runs = new List<RunRecord>();
        foreach (var (index, (part, folder, splits)) in sets.Index())
        {
            string split = splits[^1];
            IReadOnlyList<MomentQuery> testing = MomentFiles.Read(folder, part, split, Reading);
            IReadOnlyList<MomentQuery>? training = split != "train" && splits[0] == "train" ? MomentFiles.Read(folder, part, "train", Reading) : null;
            foreach (var (at, name) in names.Index())
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new("floors of moments", index * names.Length + at, sets.Count * names.Length, $"{part}, {name}"));
                runs.Add(Timed(() => Record(part, split, training, testing, name, new() { Predictor = Predictors[name], Seed = seed })));
            }
        }

        progress?.Report(new("floors of moments", sets.Count * names.Length, sets.Count * names.Length));
        return runs;
    }

    private static RunRecord Record(DataPart part, string split, IReadOnlyList<MomentQuery>? training, IReadOnlyList<MomentQuery> testing, string name, MomentFloorOptions options)
    {
        MomentFloorResult result = training is null ? MomentFloors.CrossValidate(testing, options) : MomentFloors.Evaluate(training, testing, options);
        var recipe = new JsonObject { ["task"] = "moments", ["predictor"] = name, ["data"] = part.ToString(), ["split"] = split };
        if (result.Fitted > 0)
            recipe.Add("fitted", result.CrossValidated ? $"other videos of the split, {options.Folds} parts" : "train");
        if (options.Predictor is MomentPredictor.Frequent or MomentPredictor.BestFixed)
            recipe.Add("cells", options.Predictor == MomentPredictor.Frequent ? string.Join(" or ", options.Cells) : options.FineCells.ToString(CultureInfo.InvariantCulture));
        bool random = options.Predictor == MomentPredictor.Random;
        if (random)
            recipe.Add("seed", options.Seed);
        var metrics = new Dictionary<string, double>();
        foreach (int rank in options.Rank.Ranks)
            foreach (double overlap in options.Rank.Overlaps)
                metrics.Add(Metric(rank, overlap), Math.Round(100 * result.Rank.At(rank, overlap), 4));
        if (!double.IsNaN(result.Rank.MeanIoU))
            metrics.Add("mIoU %", Math.Round(100 * result.Rank.MeanIoU, 4));
        var counts = new Dictionary<string, long> { ["sentences"] = testing.Count, ["videos"] = result.Videos };
        if (result.Fitted > 0)
            counts.Add("moments fitted on", result.Fitted);
        return new()
        {
            Name = $"floor-moments-{name}-{part.ToString().ToLowerInvariant()}-{split}",
            Recipe = recipe,
            Command = $"./workbench evaluate --predictor {name} --data DIR" + (random ? $" --seed {options.Seed}" : ""),
            Metrics = metrics,
            Counts = counts,
            Seeds = random ? [options.Seed] : [],
            Note = result.CrossValidated ? "Only this split was at hand: fitted on the other four fifths of its videos." : null,
        };
    }

    /// <summary>"Rank1@0.5 %".</summary>
    public static string Metric(int rank, double overlap) => FormattableString.Invariant($"Rank{rank}@{overlap} %");

    /// <summary>The folder is that of the data set itself by its name, or has it below.</summary>
    private string FolderOf(DataPart part) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder))) == part.ToString() ? Folder : Path.Combine(Folder, part.ToString());

    private RunRecord Timed(Func<RunRecord> run)
    {
        DateTimeOffset started = Time.GetUtcNow();
        long start = Time.GetTimestamp();
        RunRecord record = run();
        return record with { Started = started, Seconds = Math.Round(Time.GetElapsedTime(start).TotalSeconds, 2) };
    }
}
