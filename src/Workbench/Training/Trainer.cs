using TorchSharp;
using Workbench.Backbones;
using Workbench.Models;
using static TorchSharp.torch;

namespace Workbench.Training;

/// <summary>
/// Trains the four projections and the attention of <see cref="GlobalLocalModel"/> on frozen features, or with a <see cref="BackboneTuning"/> the backbone
/// as well. A run that was interrupted or killed goes on from its checkpoint with the same batches, the same optimiser state and so the same numbers.
/// </summary>
/// <param name="recipe">What is trained and how.</param>
/// <param name="model">The model; changed in place.</param>
/// <param name="clips">The narrated clips.</param>
/// <param name="texts">Text features of the frozen backbone.</param>
/// <param name="options">Where it is kept.</param>
/// <param name="tuning">Trains the backbone; there exactly where the recipe has a <see cref="Recipe.BackboneLearningRate"/>.</param>
public sealed class Trainer(Recipe recipe, GlobalLocalModel model, NarratedClips clips, TextBank texts, TrainerOptions? options = null, BackboneTuning? tuning = null)
{
    private readonly TrainerOptions options = options ?? new TrainerOptions();

    /// <summary>All steps of the recipe on these clips.</summary>
    public int TotalSteps { get; } = recipe.Steps > 0 ? recipe.Steps : recipe.Epochs * clips.StepsPerEpoch;

    /// <summary>Trains a model of a recipe on a backbone's features, or with the backbone where the recipe says so.</summary>
    /// <param name="recipe">What is trained and how.</param>
    /// <param name="model">The model; changed in place.</param>
    /// <param name="backbone">Whose features are trained on; it stays as it is.</param>
    /// <param name="clips">The narrated clips.</param>
    /// <param name="files">The file of each video; asked for only when the backbone is trained.</param>
    /// <param name="options">Where it is kept.</param>
    /// <param name="progress">Told the steps.</param>
    /// <param name="cancellation">Stops between two steps; the checkpoint holds everything done so far.</param>
    /// <exception cref="ArgumentException">The recipe trains the backbone, and it cannot be trained or a narrated video has no file.</exception>
    public static TrainingResult Train(
        Recipe recipe, GlobalLocalModel model, IBackbone backbone, NarratedClips clips, IReadOnlyDictionary<string, string> files, TrainerOptions? options = null,
        IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        using var texts = new TextBank(backbone);
        using BackboneTuning? tuning = recipe.BackboneLearningRate > 0 ? new BackboneTuning(recipe, backbone, clips, files) : null;
        return new Trainer(recipe, model, clips, texts, options, tuning).Run(progress, cancellation);
    }

    /// <summary>Trains to the end, from the checkpoint where there is one.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the checkpoint holds everything done so far.</exception>
    public TrainingResult Run(IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        recipe.Check();
        if (recipe.BackboneLearningRate > 0 != tuning is not null)
            throw new InvalidOperationException($"Recipe '{recipe.Name}' has a learning rate of {recipe.BackboneLearningRate} for the backbone; a tuning of the backbone was {(tuning is null ? "expected" : "given")}.");
        Device device = model.parameters().First().device;
        using optim.Optimizer optimizer = recipe.NewOptimizer(model.parameters(), recipe.LearningRate);
        var objective = new TrainingObjective(recipe, model);
        string recipeJson = RecipeJson.Write(recipe);
        int step = 0;
        List<float> losses = [];
        if (options.CheckpointPath is not null && File.Exists(options.CheckpointPath))
            (step, losses) = Checkpoint.Resume(options.CheckpointPath, model, optimizer, recipeJson, tuning);
        int resumed = step;
        long start = options.Time.GetTimestamp(), saved = start;
        var durations = new List<double>();

        model.train();
        Task<Func<TrainingBatch>> next = Load(step, objective, device);
        while (step < TotalSteps)
        {
            if (cancellation.IsCancellationRequested)
            {
                Save(optimizer, step, losses, recipeJson);
                cancellation.ThrowIfCancellationRequested();
            }
            long begun = options.Time.GetTimestamp();
            Func<TrainingBatch> batch = next.GetAwaiter().GetResult();
            next = Load(step + 1, objective, device);
            (float total, float? global, float? local) = Step(objective, optimizer, batch, step);
            losses.Add(total);
            step++;
            durations.Add(options.Time.GetElapsedTime(begun).TotalMilliseconds);
            progress?.Report(new ProgressReport($"train {recipe.Name}", step, TotalSteps, Note(total, global, local)));
            if (options.Time.GetElapsedTime(saved) >= options.CheckpointEvery)
            {
                Save(optimizer, step, losses, recipeJson);
                saved = options.Time.GetTimestamp();
            }
        }
        string? tuned = tuning is null ? null : KeepBackbone(tuning.Backbone, always: step > resumed);
        if (step > resumed)
            Save(optimizer, step, losses, recipeJson, tuned);
        model.eval();
        durations.Sort();
        return new TrainingResult(step, losses, options.Time.GetElapsedTime(start).TotalSeconds, durations.Count > 0 ? durations[durations.Count / 2] : 0, resumed);
    }

    /// <summary>Reads a step's features or frames while the one before is trained on; the result turns them into tensors.</summary>
    private Task<Func<TrainingBatch>> Load(int step, TrainingObjective objective, Device device)
    {
        if (step >= TotalSteps)
            return Task.FromResult<Func<TrainingBatch>>(null!);
        return Task.Run<Func<TrainingBatch>>(() =>
        {
            if (tuning is null)
            {
                ClipFeatures features = clips.Read(step);
                return () => NarratedClips.ToBatch(features, texts, device);
            }

            ClipFrames frames = tuning.Read(step);
            return () => tuning.ToBatch(frames, objective, device);
        });
    }

    private (float Total, float? Global, float? Local) Step(TrainingObjective objective, optim.Optimizer optimizer, Func<TrainingBatch> batch, int step)
    {
        using var scope = NewDisposeScope();
        double factor = LearningRate.Factor(step, recipe.WarmupSteps, TotalSteps);
        Begin(optimizer, recipe.LearningRate * factor);
        if (tuning is not null)
            Begin(tuning.Optimizer, recipe.BackboneLearningRate * factor);
        (Tensor total, Tensor? global, Tensor? local) = objective.Loss(batch());
        float value = total.item<float>();
        if (!float.IsFinite(value))
            throw new InvalidOperationException($"The loss of step {step} is {value}; lower the learning rate ({recipe.LearningRate}) or check the features.");
        total.backward();
        optimizer.step();
        tuning?.Optimizer.step();
        return (value, global?.item<float>(), local?.item<float>());
    }

    private static void Begin(optim.Optimizer optimizer, double rate)
    {
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = rate;
        optimizer.zero_grad();
    }

    /// <summary>Writes the trained backbone's weights; gives the name that they have when they are loaded.</summary>
    private string? KeepBackbone(ITrainableBackbone backbone, bool always)
    {
        string? path = options.BackbonePath ?? (options.CheckpointPath is { } beside ? Path.ChangeExtension(beside, ".backbone.safetensors") : null);
        if (path is null)
            return null;
        if (always || !File.Exists(path))
            backbone.Save(path);
        using ITrainableBackbone kept = backbone.Reload(path);
        return kept.Name;
    }

    private void Save(optim.Optimizer optimizer, int step, List<float> losses, string recipeJson, string? tuned = null)
    {
        if (options.CheckpointPath is not null)
            Checkpoint.Write(options.CheckpointPath, model, optimizer, step, losses, recipeJson, tuned ?? options.Backbone, tuning);
    }

    private static string Note(float total, float? global, float? local) => (global, local) switch
    {
        (not null, not null) => $"loss {total:0.000} (global {global:0.000}, local {local:0.000})",
        _ => $"loss {total:0.000}",
    };
}
