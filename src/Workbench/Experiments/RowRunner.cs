using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Workbench.Backbones;
using Workbench.Data;
using Workbench.Inference;
using Workbench.Metrics;
using Workbench.Models;
using Workbench.Training;

namespace Workbench.Experiments;

/// <summary>Trains and scores one method with one seed, and keeps what came out as a run file.</summary>
public sealed class RowRunner(ExperimentInputs inputs, RowRunnerOptions options)
{
    private static readonly JsonSerializerOptions Format = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The masks of Table 12 as printed, and shares of a frame's range, which do not depend on how flat the heat is.</summary>
    public static IReadOnlyList<(MaskRule Rule, double Threshold)> Masks { get; } =
    [
        .. new[] { 0.1, 0.05, 0.01, 0.005, 0.001 }.Select(t => (MaskRule.Absolute, t)),
        .. new[] { 0.1, 0.2, 0.3, 0.4, 0.5 }.Select(t => (MaskRule.OfRange, t)),
    ];

    private readonly RunFiles files = new(options);

    /// <summary>Whose features the models are trained on.</summary>
    public IBackbone Backbone => inputs.Backbone;

    /// <summary>
    /// Trains (from a checkpoint where one is left), scores all tasks, writes the run file. A run of the same code and settings that is finished is not
    /// done again: its file is as it was.
    /// </summary>
    public RunRecord Run(MethodRun run, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return !run.SeesVideo ? RunFloor(run.Name) : run.Recipe is null ? RunZeroShot(run, progress, cancellation) : RunRecipe(run, run.Recipe, progress, cancellation);
    }

    /// <summary>True where <see cref="Run"/> would give a run file at once, without training.</summary>
    public bool IsDone(MethodRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Recipe is null || files.IsDone(run.Name, Settings(run));
    }

    /// <summary>The right to train a recipe, for as long as the result is held; null while another process has it. It ends with the process that has it.</summary>
    public IDisposable? TryClaim(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        try
        {
            return new FileStream(files.Beside(recipe.Name, Trained(recipe), ".claim"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Scores a model that was trained before.</summary>
    /// <param name="name">Name of the run.</param>
    /// <param name="trained">The model; its recipe goes into the run file.</param>
    /// <param name="grounding">How it is asked; a branch that was not trained is replaced (<see cref="MethodRun.Asked"/>).</param>
    /// <param name="progress">Told the videos scored.</param>
    /// <param name="cancellation">Stops between two videos.</param>
    public RunRecord RunTrained(string name, TrainedModel trained, GroundingOptions grounding, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trained);
        ArgumentNullException.ThrowIfNull(grounding);
        var run = new MethodRun { Name = name, Recipe = trained.Recipe, Grounding = MethodRun.Asked(trained.Recipe, grounding), Detailed = true };
        return files.Measure(name, Settings(run), [(int)trained.Recipe.Seed], () => Score(trained.Model, run, inputs, progress, cancellation));
    }

    /// <summary>Where the model of a recipe is kept; <see cref="Run"/> leaves it there.</summary>
    public string CheckpointOf(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return files.Beside(recipe.Name, Trained(recipe), ".safetensors");
    }

    /// <summary>Trains the model of a recipe, from a checkpoint where one is left, and scores nothing; gives the finished checkpoint.</summary>
    public string Train(Recipe recipe, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        using var threads = new ThreadScope(options.Threads);
        using GlobalLocalModel model = recipe.NewModel(inputs.Backbone);
        Train(recipe, model, progress, cancellation);
        return CheckpointOf(recipe);
    }

    /// <summary>Where the backbone of a recipe that trains it is kept: a file of weights, from which the frames and sentences of the model's videos are to be encoded.</summary>
    public string BackboneOf(Recipe recipe) => Path.ChangeExtension(CheckpointOf(recipe), ".backbone.safetensors");

    private TrainingResult Train(Recipe recipe, GlobalLocalModel model, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        var trainerOptions = new TrainerOptions { CheckpointPath = CheckpointOf(recipe), Backbone = inputs.Backbone.Name, BackbonePath = BackboneOf(recipe), Time = options.Time };
        return Trainer.Train(recipe, model, inputs.Backbone, new NarratedClips(inputs.Training, inputs.Captions, recipe, inputs.TrainingAudio), inputs.Files, trainerOptions, progress, cancellation);
    }

    /// <summary>The test videos as a trained backbone sees them: encoded again beside the checkpoint, where that was not done yet.</summary>
    private ExperimentInputs Seen(Recipe recipe, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        ITrainableBackbone tuned = ((ITrainableBackbone)inputs.Backbone).Reload(BackboneOf(recipe));
        string store = Path.Combine(options.CheckpointFolder, "features", tuned.Name);
        try
        {
            FeatureExtractor.Run([.. inputs.TestVideos.Select(v => (v, inputs.Files[v]))], store, tuned, null, progress, cancellation);
            return inputs with { Backbone = tuned, Testing = FeatureStore.Open(store, tuned.Name) };
        }
        catch
        {
            tuned.Dispose();
            throw;
        }
    }

    /// <summary>One training serves all ways of asking: only the run's name and settings know how it was asked.</summary>
    private RunRecord RunRecipe(MethodRun run, Recipe recipe, IProgress<ProgressReport>? progress, CancellationToken cancellation) => files.Once(run.Name, Settings(run), [(int)recipe.Seed], () =>
    {
        using GlobalLocalModel model = recipe.NewModel(inputs.Backbone);
        TrainingResult training = Train(recipe, model, progress, cancellation);
        ExperimentInputs seen = recipe.BackboneLearningRate > 0 ? Seen(recipe, progress, cancellation) : inputs;
        try
        {
            (SortedDictionary<string, double> metrics, SortedDictionary<string, long> counts) = Score(model, run, seen, progress, cancellation);
            RunFiles.Note(training, metrics, counts);
            return (metrics, counts);
        }
        finally
        {
            if (seen != inputs)
            {
                seen.Testing.Dispose();
                seen.Backbone.Dispose();
            }
        }
    });

    /// <summary>
    /// Scores the backbone alone: the model as it starts from it, untrained. Time by [CLS] and sentence, place by the regions'
    /// cosine with the sentence.
    /// </summary>
    private RunRecord RunZeroShot(MethodRun run, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        MethodRun asked = run with { Grounding = run.Grounding with { Temporal = TemporalSource.Global, Spatial = SpatialSource.GlobalRegions } };
        JsonObject settings = Settings(asked);
        settings["model"] = "none: identity projections";
        return files.KeptOr(run.Name, settings, [], () =>
        {
            using GlobalLocalModel model = new Recipe { Start = ModelStart.Backbone }.NewModel(inputs.Backbone);
            return Score(model, asked, inputs, progress, cancellation);
        });
    }

    /// <summary>What is to be had without looking (<see cref="TableFloors"/>).</summary>
    private RunRecord RunFloor(string name) => files.KeptOr(
        name, new() { ["data"] = inputs.Name, ["predictor"] = "even splits in the given order, a box of the mean size in the middle" }, [],
        () => (TableFloors.Measure(inputs), new SortedDictionary<string, long>(StringComparer.Ordinal)));

    /// <summary>Everything that decides the outcome: recipe, how the model is asked and scored, data, backbone.</summary>
    private JsonObject Settings(MethodRun run)
    {
        JsonObject settings = Trained(run.Recipe);
        settings["grounding"] = JsonSerializer.SerializeToNode(run.Grounding, Format);
        if (run.Temporal is not null)
            settings["temporal"] = JsonSerializer.SerializeToNode(run.Temporal, Format);
        if (run.HeatFrames != HeatFrameRule.LastDecoded)
            settings["heat frames"] = run.HeatFrames.ToString();
        return settings;
    }

    /// <summary>Everything that decides what is trained.</summary>
    private JsonObject Trained(Recipe? recipe)
    {
        JsonObject settings = new() { ["data"] = inputs.Name, ["backbone"] = inputs.Backbone.Name };
        if (recipe is not null)
            settings["recipe"] = JsonNode.Parse(RecipeJson.Write(recipe));
        return settings;
    }

    private static (SortedDictionary<string, double> Metrics, SortedDictionary<string, long> Counts) Score(
        GlobalLocalModel model, MethodRun run, ExperimentInputs seen, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        var grounder = new Grounder(model, seen.Backbone, run.Grounding) { Audio = seen.TestingAudio };
        var spatioTemporalOptions = new SpatioTemporalTaskOptions { Masks = run.Detailed ? Masks : [] };
        SpatioTemporalScores spatioTemporal = SpatioTemporalTask.Run(grounder, seen.Testing, seen.SpatioTemporal, spatioTemporalOptions, progress, cancellation);
        TemporalScores temporal = TemporalTask.Run(grounder, seen.Testing, seen.Temporal, run.Temporal, progress, cancellation);
        SpatialScores spatial = SpatialTask.Run(grounder, seen.Testing, seen.Spatial, run.HeatFrames, progress, cancellation);
        var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            [RunMetrics.IouPoint] = spatioTemporal.IouPoint,
            [RunMetrics.IouPointMicro] = spatioTemporal.IouPointMicro,
            [RunMetrics.VideoMapMean] = spatioTemporal.VideoMapMean,
            [RunMetrics.Widespread] = spatioTemporal.Widespread,
            [RunMetrics.Saturated] = spatioTemporal.Saturated,
            [RunMetrics.FrameAccuracy] = spatioTemporal.FrameAccuracy,
            [RunMetrics.BackgroundShare] = spatioTemporal.BackgroundShare,
            [RunMetrics.TemporalIou] = temporal.Iou,
            [RunMetrics.TemporalIod] = temporal.Iod,
            [RunMetrics.TemporalAccuracy] = temporal.FrameAccuracy,
            [RunMetrics.Pointing] = spatial.Pointing,
            [RunMetrics.SpatialSuccess] = spatial.Success,
        };
        for (int i = 0; i < spatioTemporal.VideoMap.Count; i++)
            metrics[RunMetrics.VideoMap(VideoMap.PaperThresholds[i])] = spatioTemporal.VideoMap[i];
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal) { ["test videos"] = spatioTemporal.Videos, ["spatial frames"] = spatial.Frames };
        if (run.Detailed)
            ScoreDetails(grounder, seen, spatioTemporal, metrics, counts, progress, cancellation);
        return (metrics, counts);
    }

    private static void ScoreDetails(
        Grounder grounder, ExperimentInputs seen, SpatioTemporalScores spatioTemporal, SortedDictionary<string, double> metrics, SortedDictionary<string, long> counts, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        for (int i = 0; i < Masks.Count; i++)
            metrics[RunMetrics.MaskMap(Masks[i].Rule, Masks[i].Threshold)] = spatioTemporal.MaskMaps[i];
        SpatialScores trimmed = SpatialTask.Run(grounder, seen.Testing, seen.SpatioTemporal, progress: progress, cancellation: cancellation);
        (metrics[RunMetrics.GroundingYouTubePointing], metrics[RunMetrics.GroundingYouTubeSuccess]) = (trimmed.Pointing, trimmed.Success);
        SpatioTemporalScores single = SingleActionTask.Run(grounder, seen.Testing, seen.SingleActions, progress, cancellation);
        (metrics[RunMetrics.SingleIouPoint], metrics[RunMetrics.SingleMapMean]) = (single.IouPoint, single.VideoMapMean);
        for (int i = 0; i < single.VideoMap.Count; i++)
            metrics[RunMetrics.SingleMap(VideoMap.PaperThresholds[i])] = single.VideoMap[i];
        (counts["spatial frames, GroundingYouTube"], counts["single-action clips"]) = (trimmed.Frames, single.Videos);
    }
}
