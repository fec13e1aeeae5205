using TorchSharp;
using Workbench.Models.Moments;
using static TorchSharp.torch;

namespace Workbench.Training.Moments;

/// <summary>
/// Trains a model of moments, with its branch where there is one. A run that was interrupted or killed goes on from its checkpoint with the same batches, the same optimiser
/// state and so the same numbers.
/// </summary>
#pragma warning disable CA1001 // To dispose the pair would dispose the model and the branch, which are the caller's.
public sealed class MomentTrainer
#pragma warning restore CA1001
{
    private readonly MomentRecipe recipe;
    private readonly MomentModel model;
    private readonly MomentClips clips;
    private readonly TrainerOptions options;
    private readonly MomentPair pair;
    private readonly MomentObjective objective;

    /// <param name="recipe">What decides the run.</param>
    /// <param name="model">The base model.</param>
    /// <param name="branch">Beside it; null for none.</param>
    /// <param name="clips">The training sentences.</param>
    /// <param name="options">Checkpoints and clock.</param>
    /// <exception cref="ArgumentException">The recipe cannot be trained with, or a batch needs more sentences than there are.</exception>
    public MomentTrainer(MomentRecipe recipe, MomentModel model, SupportSetBranch? branch, MomentClips clips, TrainerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(clips);
        recipe.Check();
        if (clips.StepsPerEpoch == 0)
            throw new ArgumentException($"A batch of {recipe.BatchSize} needs as many sentences; there are {clips.Count}.", nameof(clips));
        (this.recipe, this.model, this.clips, this.options) = (recipe, model, clips, options ?? new TrainerOptions());
        pair = new MomentPair(model, branch);
        objective = new MomentObjective(recipe, model, branch);
        TotalSteps = recipe.Steps > 0 ? recipe.Steps : recipe.Epochs * clips.StepsPerEpoch;
    }

    /// <summary>All steps of the recipe on these sentences.</summary>
    public int TotalSteps { get; }

    /// <summary>Called with the number of steps done, the model in training mode; what it changes there it must put back.</summary>
    public Action<int>? AfterStep { get; set; }

    /// <summary>Trains to the end, from the checkpoint where there is one; the model is then in evaluation mode.</summary>
    /// <param name="progress">Told every step.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <exception cref="OperationCanceledException">Cancelled; the checkpoint holds everything done so far.</exception>
    public TrainingResult Run(IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default)
    {
        Device device = model.parameters().First().device;
        using optim.Optimizer optimizer = optim.Adam(pair.parameters(), lr: recipe.LearningRate);
        string json = recipe.ToJson();
        int step = 0;
        List<float> losses = [];
        if (options.CheckpointPath is not null && File.Exists(options.CheckpointPath))
            (step, losses) = Checkpoint.Resume(options.CheckpointPath, pair, optimizer, json);
        int resumed = step;
        long start = options.Time.GetTimestamp(), saved = start;
        var durations = new List<double>();
        pair.train();
        Task<MomentFeatures> next = Load(step);
        while (step < TotalSteps)
        {
            if (cancellation.IsCancellationRequested)
            {
                Save(optimizer, step, losses, json);
                cancellation.ThrowIfCancellationRequested();
            }

            long begun = options.Time.GetTimestamp();
            MomentFeatures features = next.GetAwaiter().GetResult();
            next = Load(step + 1);
            // What dropout draws depends on the step alone, so that a resumed run draws the same.
            manual_seed(Seeds.Combine(recipe.Seed, 15, step));
            losses.Add(Step(optimizer, features, device, step, losses, progress));
            step++;
            durations.Add(options.Time.GetElapsedTime(begun).TotalMilliseconds);
            AfterStep?.Invoke(step);
            if (options.Time.GetElapsedTime(saved) >= options.CheckpointEvery)
            {
                Save(optimizer, step, losses, json);
                saved = options.Time.GetTimestamp();
            }
        }

        if (step > resumed)
            Save(optimizer, step, losses, json);
        pair.eval();
        durations.Sort();
        return new TrainingResult(step, losses, options.Time.GetElapsedTime(start).TotalSeconds, durations.Count > 0 ? durations[durations.Count / 2] : 0, resumed);
    }

    /// <summary>Reads a step's features while the one before is trained on.</summary>
    private Task<MomentFeatures> Load(int step) => step < TotalSteps ? Task.Run(() => clips.Read(step, model)) : Task.FromResult<MomentFeatures>(null!);

    private float Step(optim.Optimizer optimizer, MomentFeatures features, Device device, int step, List<float> losses, IProgress<ProgressReport>? progress)
    {
        using var scope = NewDisposeScope();
        double rate = PlateauSchedule.Rate(recipe.LearningRate, Epochs(losses), recipe.Plateau, recipe.PlateauFactor, recipe.PlateauPatience);
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = rate;
        optimizer.zero_grad();
        MomentLoss loss = objective.Loss(clips.ToBatch(features, model, device), clips.ToTargets(features, model, device));
        float value = loss.Total.item<float>();
        if (!float.IsFinite(value))
            throw new InvalidOperationException($"The loss of step {step} is {value}; lower the learning rate ({recipe.LearningRate}) or check the features.");
        loss.Total.backward();
        if (recipe.ClipNorm > 0)
            nn.utils.clip_grad_norm_(pair.parameters(), recipe.ClipNorm);
        optimizer.step();
        progress?.Report(new ProgressReport($"train {recipe.Name}", step + 1, TotalSteps, Note(value, loss)));
        return value;
    }

    /// <summary>The mean loss of each full epoch so far: neither Charades-STA nor the embedded benchmark has a validation split whose loss the plateau rule could look at.</summary>
    private IEnumerable<double> Epochs(List<float> losses) =>
        Enumerable.Range(0, losses.Count / clips.StepsPerEpoch).Select(e => (double)losses.Skip(e * clips.StepsPerEpoch).Take(clips.StepsPerEpoch).Average());

    private void Save(optim.Optimizer optimizer, int step, List<float> losses, string json)
    {
        if (options.CheckpointPath is not null)
            Checkpoint.Write(options.CheckpointPath, pair, optimizer, step, losses, json, options.Backbone);
    }

    private static string Note(float total, MomentLoss loss) =>
        loss.Contrast is null && loss.Caption is null ? $"loss {total:0.000}"
        : $"loss {total:0.000} (own {loss.Own.item<float>():0.000}{(loss.Contrast is null ? "" : $", contrast {loss.Contrast.item<float>():0.000}")}{(loss.Caption is null ? "" : $", caption {loss.Caption.item<float>():0.000}")})";
}
