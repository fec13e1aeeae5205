using TorchSharp;
using Workbench.Models;
using static TorchSharp.torch;

namespace Workbench.Training;

/// <summary>
/// Trains the four projections and the attention of <see cref="GlobalLocalModel"/> on frozen features. A run that was interrupted or killed
/// goes on from its checkpoint with the same batches, the same optimiser state and so the same numbers.
/// </summary>
public sealed class Trainer(Recipe recipe, GlobalLocalModel model, NarratedClips clips, TextBank texts, TrainerOptions? options = null)
{
    private readonly TrainerOptions options = options ?? new TrainerOptions();

    /// <summary>All steps of the recipe on these clips.</summary>
    public int TotalSteps { get; } = recipe.Steps > 0 ? recipe.Steps : recipe.Epochs * clips.StepsPerEpoch;

    /// <summary>Trains to the end, from the checkpoint where there is one.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the checkpoint holds everything done so far.</exception>
    public TrainingResult Run(IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        recipe.Check();
        Device device = model.parameters().First().device;
        using optim.Optimizer optimizer = recipe.Optimiser == Optimiser.AdamW
            ? optim.AdamW(model.parameters(), lr: recipe.LearningRate, weight_decay: recipe.WeightDecay)
            : optim.Adam(model.parameters(), lr: recipe.LearningRate);
        var objective = new TrainingObjective(recipe, model);
        string recipeJson = RecipeJson.Write(recipe);
        int step = 0;
        List<float> losses = [];
        if (options.CheckpointPath is not null && File.Exists(options.CheckpointPath))
            (step, losses) = Checkpoint.Resume(options.CheckpointPath, model, optimizer, recipeJson);
        int resumed = step;
        long start = options.Time.GetTimestamp(), saved = start;
        var durations = new List<double>();

        model.train();
        Task<ClipFeatures> next = Load(step);
        while (step < TotalSteps)
        {
            if (cancellation.IsCancellationRequested)
            {
                Save(optimizer, step, losses, recipeJson);
                cancellation.ThrowIfCancellationRequested();
            }
            long begun = options.Time.GetTimestamp();
            ClipFeatures features = next.GetAwaiter().GetResult();
            next = Load(step + 1);
            (float total, float? global, float? local) = Step(objective, optimizer, features, device, step);
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
        if (step > resumed)
            Save(optimizer, step, losses, recipeJson);
        model.eval();
        durations.Sort();
        return new TrainingResult(step, losses, options.Time.GetElapsedTime(start).TotalSeconds, durations.Count > 0 ? durations[durations.Count / 2] : 0, resumed);
    }

    /// <summary>Reads a step's features while the one before is trained on.</summary>
    private Task<ClipFeatures> Load(int step) => step < TotalSteps ? Task.Run(() => clips.Read(step)) : Task.FromResult<ClipFeatures>(null!);

    private (float Total, float? Global, float? Local) Step(TrainingObjective objective, optim.Optimizer optimizer, ClipFeatures features, Device device, int step)
    {
        using var scope = NewDisposeScope();
        TrainingBatch batch = NarratedClips.ToBatch(features, texts, device);
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = recipe.LearningRate * LearningRate.Factor(step, recipe.WarmupSteps, TotalSteps);
        optimizer.zero_grad();
        (Tensor total, Tensor? global, Tensor? local) = objective.Loss(batch);
        float value = total.item<float>();
        if (!float.IsFinite(value))
            throw new InvalidOperationException($"The loss of step {step} is {value}; lower the learning rate ({recipe.LearningRate}) or check the features.");
        total.backward();
        optimizer.step();
        return (value, global?.item<float>(), local?.item<float>());
    }

    private void Save(optim.Optimizer optimizer, int step, List<float> losses, string recipeJson)
    {
        if (options.CheckpointPath is not null)
            Checkpoint.Write(options.CheckpointPath, model, optimizer, step, losses, recipeJson, options.Backbone);
    }

    private static string Note(float total, float? global, float? local) => (global, local) switch
    {
        (not null, not null) => $"loss {total:0.000} (global {global:0.000}, local {local:0.000})",
        _ => $"loss {total:0.000}",
    };
}
