using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workbench.Data;
using Workbench.Experiments.Floors;
using Workbench.Metrics;
using Workbench.Models.Moments;
using Workbench.Training;
using Workbench.Training.Moments;

namespace Workbench.Experiments.Moments;

/// <summary>Trains and scores one model of moments with one seed, or scores one floor, and keeps what came out as a run file.</summary>
public sealed class MomentRunner(MomentInputs inputs, RowRunnerOptions options)
{
    /// <summary>Parts of a training at whose ends the model is scored, for the accuracy curves of Figure 5.</summary>
    private const int CurveParts = 6;

    private static readonly JsonSerializerOptions s_curve = new() { WriteIndented = false };

    private readonly RunFiles files = new(options);

    /// <summary>
    /// Trains (from a checkpoint where one is left), scores, writes the run file. A run of the same code and settings that is finished is not done again: its file is as it was.
    /// </summary>
    /// <exception cref="ArgumentException">The method is neither a model of moments nor one of <see cref="MomentSuite.Predictors"/>.</exception>
    public RunRecord Run(MethodRun run, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Moments is { } recipe ? RunRecipe(run.Name, recipe, progress, cancellation) : RunFloor(run.Name);
    }

    /// <summary>Where the model of a recipe is kept; <see cref="Run"/> leaves it there.</summary>
    public string CheckpointOf(MomentRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return files.Beside(recipe.Name, Settings(recipe), ".safetensors");
    }

    /// <summary>The trained model of a recipe; trains it where that was not done yet. Nothing is scored.</summary>
    public TrainedMoments Load(MomentRecipe recipe, IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        TrainedMoments trained = New(recipe);
        try
        {
            Train(recipe, trained, ReadCurve(recipe), progress, cancellation);
            return trained;
        }
        catch
        {
            trained.Dispose();
            throw;
        }
    }

    private RunRecord RunRecipe(string name, MomentRecipe recipe, IProgress<ProgressReport>? progress, CancellationToken cancellation) => files.Once(name, Settings(recipe), [(int)recipe.Seed], () =>
    {
        using TrainedMoments trained = New(recipe);
        SortedDictionary<int, double> curve = ReadCurve(recipe);
        TrainingResult training = Train(recipe, trained, curve, progress, cancellation);
        MomentScores scores = MomentTask.Run(trained.Model, trained.Branch, trained.Testing, recipe.TwoDTan.NmsThreshold, progress, cancellation);
        SortedDictionary<string, double> metrics = scores.ToMetrics(ranked: recipe.Base == MomentBase.TwoDTan);
        foreach ((int step, double value) in curve)
            metrics[MomentMetrics.Curve(step)] = value;
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal)
        {
            ["sentences"] = trained.Testing.Count,
            ["training sentences"] = trained.Training.Count,
            ["parameters of inference"] = trained.Model.parameters().Sum(p => p.numel()),
            ["parameters of the branch"] = trained.Branch?.parameters().Sum(p => p.numel()) ?? 0,
        };
        RunFiles.Note(training, metrics, counts);
        return (metrics, counts);
    });

    private TrainingResult Train(MomentRecipe recipe, TrainedMoments trained, SortedDictionary<int, double> curve, IProgress<ProgressReport>? progress, CancellationToken cancellation)
    {
        var trainerOptions = new TrainerOptions { CheckpointPath = CheckpointOf(recipe), Backbone = inputs.Features, Time = options.Time };
        var trainer = new MomentTrainer(recipe, trained.Model, trained.Branch, trained.Training, trainerOptions);
        int every = Math.Max(1, trainer.TotalSteps / CurveParts);
        trainer.AfterStep = step =>
        {
            if (step % every != 0)
                return;
            curve[step] = 100 * MomentTask.Run(trained.Model, trained.Branch, trained.Testing, recipe.TwoDTan.NmsThreshold, null, cancellation).Strict.At(1, 0.5);
            AtomicFile.WriteText(CurveOf(recipe), JsonSerializer.Serialize(curve, s_curve));
        };
        return trainer.Run(progress, cancellation);
    }

    private TrainedMoments New(MomentRecipe recipe)
    {
        var vocabulary = new MomentVocabulary(inputs.Training.Select(q => q.Sentence), recipe.Split);
        var training = new MomentClips(inputs.TrainingStore, inputs.Training, recipe, inputs.Words, vocabulary, inputs.Array);
        var testing = new MomentClips(inputs.TestingStore, inputs.Testing, recipe, inputs.Words, vocabulary, inputs.Array);
        MomentModel model = recipe.NewModel(training.Width, inputs.Words, vocabulary);
        return new TrainedMoments(model, recipe.NewBranch(model, vocabulary), training, testing, vocabulary);
    }

    private string CurveOf(MomentRecipe recipe) => Path.ChangeExtension(CheckpointOf(recipe), ".curve.json");

    /// <summary>The points that an interrupted run has left; those behind its checkpoint are measured again, with the same values.</summary>
    private SortedDictionary<int, double> ReadCurve(MomentRecipe recipe) =>
        File.Exists(CurveOf(recipe)) && File.Exists(CheckpointOf(recipe)) ? JsonSerializer.Deserialize<SortedDictionary<int, double>>(File.ReadAllText(CurveOf(recipe)), s_curve)! : [];

    /// <summary>What is to be had without looking (<see cref="MomentFloors"/>).</summary>
    private RunRecord RunFloor(string name)
    {
        (string Predictor, int Window) = FloorOf(name);
        JsonObject settings = new() { ["task"] = "moments", ["data"] = inputs.Name, ["predictor"] = Predictor, ["window"] = Window };
        return files.KeptOr(name, settings, [], () =>
        {
            var recipe = new MomentRecipe { WindowSeconds = Window };
            MomentFloorResult floor = MomentFloors.Evaluate(
                Shown(inputs.TrainingStore, inputs.Training, recipe), Shown(inputs.TestingStore, inputs.Testing, recipe), new MomentFloorOptions { Predictor = MomentSuite.Predictors[Predictor] });
            var metrics = new SortedDictionary<string, double>(StringComparer.Ordinal);
            foreach (((int rank, double overlap), double recall) in floor.Rank.Recall)
                metrics[MomentMetrics.Rank(rank, overlap)] = 100 * recall;
            if (!double.IsNaN(floor.Rank.MeanIoU))
                metrics[MomentMetrics.MeanIoU] = 100 * floor.Rank.MeanIoU;
            return (metrics, new SortedDictionary<string, long>(StringComparer.Ordinal) { ["sentences"] = floor.Rank.Queries, ["fitted"] = floor.Fitted });
        });
    }

    private MomentQuery[] Shown(FeatureStore store, IReadOnlyList<MomentQuery> queries, MomentRecipe recipe) =>
        [.. new MomentClips(store, queries, recipe, inputs.Words, new MomentVocabulary([], recipe.Split), inputs.Array).Test().Select(s => s.Shown)];

    /// <summary>Name of a floor's run: the predictor, and the seconds that are shown where it is not the whole video.</summary>
    public static string FloorName(string predictor, int window) => window > 0 ? string.Create(CultureInfo.InvariantCulture, $"{predictor}-{window}s") : predictor;

    private static (string Predictor, int Window) FloorOf(string name)
    {
        foreach (string predictor in MomentSuite.Predictors.Keys.OrderByDescending(p => p.Length))
            if (name == predictor)
                return (predictor, 0);
            else if (name.StartsWith(predictor + "-", StringComparison.Ordinal) && name.EndsWith('s') && int.TryParse(name.AsSpan(predictor.Length + 1)[..^1], CultureInfo.InvariantCulture, out int window))
                return (predictor, window);
        throw new ArgumentException($"'{name}' trains no model of moments and is none of {string.Join(", ", MomentSuite.Predictors.Keys)}.", nameof(name));
    }

    /// <summary>Everything that decides the outcome: recipe, data, features, word vectors.</summary>
    private JsonObject Settings(MomentRecipe recipe) => new()
    {
        ["task"] = "moments",
        ["data"] = inputs.Name,
        ["backbone"] = inputs.Features,
        ["words"] = inputs.Words.Name,
        ["recipe"] = JsonNode.Parse(recipe.ToJson()),
    };
}
