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
public sealed class Trainer(Recipe recipe, GlobalLocalModel model, NarratedClips clips, TextBank texts, TrainerOptions? options = null, BackboneTuning? tuning = null) : ITrainingTask<Func<Device, TrainingBatch>>
{
    private readonly TrainerOptions options = options ?? new TrainerOptions();
    private readonly TrainingObjective objective = new(recipe, model);

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

    /// <summary>Trains to the end, from the checkpoint where there is one; leaves the model in evaluation mode.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the checkpoint holds everything done so far.</exception>
    public TrainingResult Run(IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        recipe.Check();
        if (recipe.BackboneLearningRate > 0 != tuning is not null)
            throw new InvalidOperationException($"Recipe '{recipe.Name}' has a learning rate of {recipe.BackboneLearningRate} for the backbone; a tuning of the backbone was {(tuning is null ? "expected" : "given")}.");
        return new TrainingLoop<Func<Device, TrainingBatch>>(this, options).Run(progress, cancellation);
    }

    string ITrainingTask<Func<Device, TrainingBatch>>.Name => recipe.Name;

    nn.Module ITrainingTask<Func<Device, TrainingBatch>>.Model => model;

    int ITrainingTask<Func<Device, TrainingBatch>>.Steps => TotalSteps;

    string ITrainingTask<Func<Device, TrainingBatch>>.Settings => RecipeJson.Write(recipe);

    BackboneTuning? ITrainingTask<Func<Device, TrainingBatch>>.Tuning => tuning;

    optim.Optimizer ITrainingTask<Func<Device, TrainingBatch>>.NewOptimizer() => recipe.NewOptimizer(model);

    double ITrainingTask<Func<Device, TrainingBatch>>.LearningRate(int number, IReadOnlyList<float> losses) => recipe.LearningRate * Factor(number);

    /// <summary>Reads a step's features or frames; the result turns them into tensors on the training thread.</summary>
    Func<Device, TrainingBatch> ITrainingTask<Func<Device, TrainingBatch>>.Read(int number)
    {
        if (tuning is null)
        {
            ClipFeatures features = clips.Read(number);
            return device => NarratedClips.ToBatch(features, texts, device);
        }

        ClipFrames frames = tuning.Read(number);
        return device => tuning.ToBatch(frames, objective, device);
    }

    (Tensor Loss, string? Note) ITrainingTask<Func<Device, TrainingBatch>>.Loss(Func<Device, TrainingBatch> batch, Device device)
    {
        (Tensor total, Tensor? global, Tensor? local) = objective.Loss(batch(device));
        return (total, global is not null && local is not null ? $"global {global.item<float>():0.000}, local {local.item<float>():0.000}" : null);
    }

    void ITrainingTask<Func<Device, TrainingBatch>>.AfterBackward(int number) => tuning?.Step(recipe.BackboneLearningRate * Factor(number));

    string? ITrainingTask<Func<Device, TrainingBatch>>.Finish(bool trained) => tuning is null ? null : KeepBackbone(tuning.Backbone, always: trained);

    private double Factor(int step) => LearningRate.Factor(step, recipe.WarmupSteps, TotalSteps);

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
}
