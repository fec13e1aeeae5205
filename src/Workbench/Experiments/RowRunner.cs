using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Workbench.Inference;
using Workbench.Models;
using Workbench.Torch;
using Workbench.Training;

namespace Workbench.Experiments;

/// <summary>Trains and scores one row of a table with one seed, and keeps what came out as a run file.</summary>
public sealed class RowRunner(ExperimentInputs inputs, RowRunnerOptions options)
{
    private static readonly JsonSerializerOptions Format = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Trains (from a checkpoint where one is left), scores all three tasks, writes the run file.</summary>
    public RunRecord Run(TableRow row, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        Recipe recipe = row.Recipe;
        DateTimeOffset started = options.Time.GetUtcNow();
        long begun = options.Time.GetTimestamp();
        JsonObject settings = Settings(row);

        using GlobalLocalModel model = recipe.NewModel(inputs.Backbone.Width);
        using var texts = new TextBank(inputs.Backbone);
        string checkpoint = Path.Combine(options.CheckpointFolder, $"{recipe.Name}-{CanonicalJson.Hash(settings)[..12]}-{options.CodeVersion}.safetensors");
        Directory.CreateDirectory(options.CheckpointFolder);
        var trainer = new Trainer(recipe, model, new NarratedClips(inputs.Training, inputs.Captions, recipe), texts, new TrainerOptions { CheckpointPath = checkpoint, Backbone = inputs.Backbone.Name, Time = options.Time });
        TrainingResult training = trainer.Run(progress, cancellation);

        (SortedDictionary<string, double> metrics, SortedDictionary<string, long> counts) = Score(model, row.Grounding, progress, cancellation);
        metrics[RunMetrics.LastLoss] = training.Losses.TakeLast(20).Average();
        if (training.Resumed < training.Steps)
            metrics[RunMetrics.StepMilliseconds] = training.MedianStepMilliseconds;
        else if (Earlier(recipe.Name, settings, metrics) is { } earlier)
            return earlier; // Nothing was trained now: the file of the run that did knows more.
        (counts["steps"], counts["resumed from step"]) = (training.Steps, training.Resumed);
        return Write(recipe.Name, settings, metrics, counts, [(int)recipe.Seed], started, begun);
    }

    /// <summary>
    /// Scores the backbone alone: the model as it starts from it, untrained. Time by [CLS] and sentence, place by the regions'
    /// cosine with the sentence.
    /// </summary>
    public RunRecord RunZeroShot(string name, GroundingOptions grounding, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(grounding);
        DateTimeOffset started = options.Time.GetUtcNow();
        long begun = options.Time.GetTimestamp();
        GroundingOptions asked = grounding with { Temporal = TemporalSource.Global, Spatial = SpatialSource.GlobalRegions };
        using GlobalLocalModel model = new Recipe { Start = ModelStart.Backbone }.NewModel(inputs.Backbone.Width);
        (SortedDictionary<string, double> metrics, SortedDictionary<string, long> counts) = Score(model, asked, progress, cancellation);
        JsonObject settings = new()
        {
            ["data"] = inputs.Name,
            ["backbone"] = inputs.Backbone.Name,
            ["model"] = "none: identity projections",
            ["grounding"] = JsonSerializer.SerializeToNode(asked, Format),
        };
        return Write(name, settings, metrics, counts, [], started, begun);
    }

    /// <summary>Scores a model that was trained before.</summary>
    /// <param name="name">Name of the run.</param>
    /// <param name="trained">The model; its recipe goes into the run file.</param>
    /// <param name="grounding">How it is asked; a branch that was not trained is replaced as in <see cref="Table6"/>.</param>
    /// <param name="progress">Told the videos scored.</param>
    /// <param name="cancellation">Stops between two videos.</param>
    public RunRecord RunTrained(string name, TrainedModel trained, GroundingOptions grounding, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trained);
        ArgumentNullException.ThrowIfNull(grounding);
        DateTimeOffset started = options.Time.GetUtcNow();
        long begun = options.Time.GetTimestamp();
        GroundingOptions asked = Table6.Asked(trained.Recipe, grounding);
        (SortedDictionary<string, double> metrics, SortedDictionary<string, long> counts) = Score(trained.Model, asked, progress, cancellation);
        return Write(name, Settings(new TableRow(name, trained.Recipe, asked)), metrics, counts, [(int)trained.Recipe.Seed], started, begun);
    }

    /// <summary>What is to be had without looking (<see cref="TableFloors"/>).</summary>
    public RunRecord RunFloor(string name)
    {
        DateTimeOffset started = options.Time.GetUtcNow();
        long begun = options.Time.GetTimestamp();
        JsonObject settings = new() { ["data"] = inputs.Name, ["predictor"] = "even splits in the given order, a box of the mean size in the middle" };
        return Write(name, settings, TableFloors.Measure(inputs), new SortedDictionary<string, long>(StringComparer.Ordinal), [], started, begun);
    }

    /// <summary>The run file of these settings, where it is there and has the same numbers.</summary>
    private RunRecord? Earlier(string name, JsonObject settings, SortedDictionary<string, double> metrics)
    {
        string path = Path.Combine(options.RunFolder, $"{name}-{CanonicalJson.Hash(settings)[..12]}.json");
        if (!File.Exists(path))
            return null;
        RunRecord earlier = RunRecord.Read(path);
        return metrics.All(m => earlier.Metrics.TryGetValue(m.Key, out double value) && value.Equals(m.Value)) ? earlier : null;
    }

    private RunRecord Write(
        string name, JsonObject settings, IReadOnlyDictionary<string, double> metrics, IReadOnlyDictionary<string, long> counts, IReadOnlyList<int> seeds, DateTimeOffset started, long begun)
    {
        var record = new RunRecord
        {
            Name = name,
            Recipe = settings,
            Command = options.Command,
            Metrics = metrics,
            Counts = counts,
            Seeds = seeds,
            Host = options.Host,
            Torch = options.TorchVersion,
            Commit = options.Commit,
            Started = started,
            Seconds = options.Time.GetElapsedTime(begun).TotalSeconds,
        };
        record.Write(options.RunFolder);
        return record;
    }

    /// <summary>Everything that decides the outcome: recipe, how the model is asked, data, backbone.</summary>
    private JsonObject Settings(TableRow row) => new()
    {
        ["data"] = inputs.Name,
        ["backbone"] = inputs.Backbone.Name,
        ["recipe"] = JsonNode.Parse(RecipeJson.Write(row.Recipe)),
        ["grounding"] = JsonSerializer.SerializeToNode(row.Grounding, Format),
    };

    private (SortedDictionary<string, double> Metrics, SortedDictionary<string, long> Counts) Score(
        GlobalLocalModel model, GroundingOptions grounding, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        var grounder = new Grounder(model, inputs.Backbone, grounding);
        SpatioTemporalScores spatioTemporal = SpatioTemporalTask.Run(grounder, inputs.Testing, inputs.SpatioTemporal, progress, cancellation);
        TemporalScores temporal = TemporalTask.Run(grounder, inputs.Testing, inputs.Temporal, null, progress, cancellation);
        SpatialScores spatial = SpatialTask.Run(grounder, inputs.Testing, inputs.Spatial, progress: progress, cancellation: cancellation);
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            [RunMetrics.IouPoint] = spatioTemporal.IouPoint,
            [RunMetrics.IouPointMicro] = spatioTemporal.IouPointMicro,
            [RunMetrics.VideoMapMean] = spatioTemporal.VideoMapMean,
            [RunMetrics.FrameAccuracy] = spatioTemporal.FrameAccuracy,
            [RunMetrics.BackgroundShare] = spatioTemporal.BackgroundShare,
            [RunMetrics.TemporalIou] = temporal.Iou,
            [RunMetrics.TemporalIod] = temporal.Iod,
            [RunMetrics.TemporalAccuracy] = temporal.FrameAccuracy,
            [RunMetrics.Pointing] = spatial.Pointing,
            [RunMetrics.SpatialSuccess] = spatial.Success,
        };
        for (int i = 0; i < spatioTemporal.VideoMap.Count; i++)
            metrics[RunMetrics.VideoMap(Workbench.Metrics.VideoMap.PaperThresholds[i])] = spatioTemporal.VideoMap[i];
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal) { ["test videos"] = spatioTemporal.Videos, ["spatial frames"] = spatial.Frames };
        return (metrics, counts);
    }
}
