using System.Diagnostics;
using Workbench.Data;

namespace Workbench.Experiments.Floors;

/// <summary>Runs predictors without video on the annotations of GroundingYouTube, MiningYouTube and YouCook2-Interactions and gives their run records.</summary>
/// <param name="Folder">The annotation files' folder, or the one above it.</param>
/// <param name="Time">The clock for start and duration.</param>
public sealed record FloorSuite(string Folder, TimeProvider Time)
{
    /// <summary>How wrong entries are treated.</summary>
    public ReadOptions Reading { get; init; } = new();

    /// <summary>Names of the spatial predictors on the command line and in run files.</summary>
    public static IReadOnlyDictionary<string, SpatialPredictor> Predictors { get; } = new Dictionary<string, SpatialPredictor>
    {
        ["centre"] = SpatialPredictor.Centre,
        ["best-fixed-point"] = SpatialPredictor.BestFixedPoint,
        ["mean-box"] = SpatialPredictor.MeanBox,
        ["random"] = SpatialPredictor.Random,
        ["annotators"] = SpatialPredictor.Annotators,
    };

    /// <summary>Names of the box files.</summary>
    public static IReadOnlyDictionary<string, BoxVariant> Boxes { get; } = new Dictionary<string, BoxVariant>
    {
        ["any"] = BoxVariant.Any,
        ["agree"] = BoxVariant.Agree,
        ["new"] = BoxVariant.New,
    };

    /// <summary>Names of the segment files.</summary>
    public static IReadOnlyDictionary<string, SegmentFile> Segments { get; } = new Dictionary<string, SegmentFile>
    {
        ["seg"] = SegmentFile.Seg,
        ["ground_seg"] = SegmentFile.Ground,
        ["ground_seg_3to20"] = SegmentFile.Ground3To20,
    };

    /// <summary>True where the folder, or GroundingYouTube/ in it, has that set's files.</summary>
    public bool HasGroundingYouTube => File.Exists(Path.Combine(Folder, "seg.json")) || File.Exists(Path.Combine(Folder, "GroundingYouTube", "seg.json"));

    /// <summary>The folder of YouCook2-Interactions: the folder itself or the one below; null where neither has the set's files.</summary>
    public string? InteractionsFolder => new[] { Folder, Path.Combine(Folder, "YouCook2Interactions") }.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "final_dataset_segments.pkl")));

    /// <summary>The spatial floors on YouCook2-Interactions, which has no points of annotators.</summary>
    /// <exception cref="DataFormatException">The set is not there, or a file is wrong.</exception>
    public IReadOnlyList<RunRecord> Interactions(IEnumerable<string> predictors, int seed)
    {
        ArgumentNullException.ThrowIfNull(predictors);
        GroundingSet set = YouCook2InteractionsReader.Read(InteractionsFolder ?? Folder, new() { SentenceFile = null, SkipBad = Reading.SkipBad, OnProblem = Reading.OnProblem });
        return [.. predictors.Where(name => Predictors[name] != SpatialPredictor.Annotators).Select(name => Timed(() =>
            Counted(set, Predictors[name], FloorRuns.Spatial(name, set.Name, seed, SpatialFloors.Evaluate(set, new() { Predictor = Predictors[name], Seed = seed })))))];
    }

    /// <summary>The centre in all the ways in which the paper may have counted it.</summary>
    private static RunRecord Counted(GroundingSet set, SpatialPredictor predictor, RunRecord run) => predictor != SpatialPredictor.Centre ? run
        : run with { Metrics = run.Metrics.Concat(CentrePrior.Measure(set).Metrics()).ToDictionary(m => m.Key, m => m.Value, StringComparer.Ordinal) };

    /// <summary>The spatial floors on one of GroundingYouTube's box files.</summary>
    public IReadOnlyList<RunRecord> Spatial(IEnumerable<string> predictors, string segments, string boxes, BoxClipping clipping, int seed)
    {
        ArgumentNullException.ThrowIfNull(predictors);
        string[] names = [.. predictors];
        bool points = clipping == BoxClipping.Corrected || Array.Exists(names, name => Predictors[name] == SpatialPredictor.Annotators);
        var set = Read(new() { Segments = Segments[segments], Boxes = Boxes[boxes], Points = points });
        if (clipping == BoxClipping.Corrected)
            set = RestoredBoxes.Of(set);
        return Array.ConvertAll(names, name => Timed(() =>
            FloorRuns.Spatial(name, set.Name, segments, boxes, clipping, seed, SpatialFloors.Evaluate(set, new() { Predictor = Predictors[name], Seed = seed }))));
    }

    /// <summary>The uniform splits, by all that may be known of the background; on MiningYouTube as well where the folder has it, or alone where the folder is it.</summary>
    public IReadOnlyList<RunRecord> Temporal(string segments)
    {
        var runs = new List<RunRecord>();
        bool mining = Directory.Exists(Path.Combine(Folder, "annotations")), both = Directory.Exists(Path.Combine(Folder, "MiningYouTube", "annotations"));
        if (!mining)
            Add(Read(new() { Segments = Segments[segments], Boxes = null }), segments);
        if (mining || both)
            Add(MiningYouTubeReader.Read(both ? Path.Combine(Folder, "MiningYouTube") : Folder, new() { SkipBad = Reading.SkipBad, OnProblem = Reading.OnProblem }), "srt");
        return runs;

        void Add(GroundingSet set, string name) => runs.AddRange(Enum.GetValues<BackgroundKnowledge>().Select(knowledge => Timed(() =>
            FloorRuns.Temporal(set.Name, name, knowledge, TemporalFloors.Evaluate(set, knowledge)))));
    }

    /// <summary>Even splits and a box in the middle, on whole videos and on clips of one action.</summary>
    public RunRecord SpatioTemporal(string boxes) => Timed(() =>
    {
        var options = new GroundingYouTubeOptions { Boxes = Boxes[boxes] };
        GroundingSet set = Read(options with { Segments = SegmentFile.Seg });
        return FloorRuns.SpatioTemporal(set.Name, boxes, SpatioTemporalFloors.Evaluate(set, Read(options with { Segments = SegmentFile.Ground3To20 })));
    });

    /// <summary>Everything: all box files with the released and the corrected clipping, the temporal and the spatio-temporal floors, and YouCook2-Interactions where it is there.</summary>
    public IReadOnlyList<RunRecord> All(int seed, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        var runs = new List<RunRecord>();
        if (!HasGroundingYouTube && InteractionsFolder is not null)
            return Interactions(Predictors.Keys, seed);
        (string Boxes, BoxClipping Clipping)[] parts = [.. from clipping in (BoxClipping[])[BoxClipping.ReleasedCode, BoxClipping.Corrected] from boxes in Boxes.Keys select (boxes, clipping)];
        foreach (var (index, part) in parts.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new("floors", index, parts.Length + 1, $"boxes {part.Boxes}"));
            runs.AddRange(Spatial(Predictors.Keys, "seg", part.Boxes, part.Clipping, seed));
        }

        runs.AddRange(Temporal("seg"));
        progress?.Report(new("floors", parts.Length, parts.Length + 1, "spatio-temporal"));
        runs.AddRange(Boxes.Keys.Select(SpatioTemporal));
        if (InteractionsFolder is not null)
            runs.AddRange(Interactions(Predictors.Keys, seed));
        progress?.Report(new("floors", parts.Length + 1, parts.Length + 1));
        return runs;
    }

    private GroundingSet Read(GroundingYouTubeOptions options)
    {
        string below = Path.Combine(Folder, "GroundingYouTube");
        return GroundingYouTubeReader.Read(!File.Exists(Path.Combine(Folder, "seg.json")) && Directory.Exists(below) ? below : Folder, options with { SkipBad = Reading.SkipBad, OnProblem = Reading.OnProblem });
    }

    private RunRecord Timed(Func<RunRecord> run)
    {
        var started = Time.GetUtcNow();
        long start = Time.GetTimestamp();
        var record = run();
        return record with { Started = started, Seconds = Math.Round(Time.GetElapsedTime(start).TotalSeconds, 2) };
    }
}
