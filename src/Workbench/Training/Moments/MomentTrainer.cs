using TorchSharp;
using Workbench.Models.Moments;
using static TorchSharp.torch;

namespace Workbench.Training.Moments;

/// <summary>
/// Trains a model of moments, with its branch where there is one. A run that was interrupted or killed goes on from its checkpoint with the same batches, the same optimiser
/// state and so the same numbers.
/// </summary>
#pragma warning disable CA1001 // To dispose the pair would dispose the model and the branch, which are the caller's.
public sealed class MomentTrainer : ITrainingTask<MomentFeatures>
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
    public TrainingResult Run(IProgress<ProgressReport>? progress = null, CancellationToken cancellation = default) =>
        new TrainingLoop<MomentFeatures>(this, options).Run(progress, cancellation);

    string ITrainingTask<MomentFeatures>.Name => recipe.Name;

    nn.Module ITrainingTask<MomentFeatures>.Model => pair;

    int ITrainingTask<MomentFeatures>.Steps => TotalSteps;

    string ITrainingTask<MomentFeatures>.Settings => recipe.ToJson();

    optim.Optimizer ITrainingTask<MomentFeatures>.NewOptimizer() => optim.Adam(pair.parameters(), lr: recipe.LearningRate);

    double ITrainingTask<MomentFeatures>.LearningRate(int number, IReadOnlyList<float> losses) =>
        PlateauSchedule.Rate(recipe.LearningRate, Epochs(losses), recipe.Plateau, recipe.PlateauFactor, recipe.PlateauPatience);

    long? ITrainingTask<MomentFeatures>.SeedOf(int number) => Seeds.Combine(recipe.Seed, 15, number);

    MomentFeatures ITrainingTask<MomentFeatures>.Read(int number) => clips.Read(number, model);

    (Tensor Loss, string? Note) ITrainingTask<MomentFeatures>.Loss(MomentFeatures batch, Device device)
    {
        MomentLoss loss = objective.Loss(clips.ToBatch(batch, model, device), clips.ToTargets(batch, model, device));
        return (loss.Total, Note(loss));
    }

    void ITrainingTask<MomentFeatures>.AfterBackward(int number)
    {
        if (recipe.ClipNorm > 0)
            nn.utils.clip_grad_norm_(pair.parameters(), recipe.ClipNorm);
    }

    void ITrainingTask<MomentFeatures>.AfterStep(int done) => AfterStep?.Invoke(done);

    /// <summary>The mean loss of each full epoch so far: neither Charades-STA nor the embedded benchmark has a validation split whose loss the plateau rule could look at.</summary>
    private IEnumerable<double> Epochs(IReadOnlyList<float> losses) =>
        Enumerable.Range(0, losses.Count / clips.StepsPerEpoch).Select(e => (double)losses.Skip(e * clips.StepsPerEpoch).Take(clips.StepsPerEpoch).Average());

    private static string? Note(MomentLoss loss) => loss.Contrast is null && loss.Caption is null ? null
        : $"own {loss.Own.item<float>():0.000}{(loss.Contrast is null ? "" : $", contrast {loss.Contrast.item<float>():0.000}")}{(loss.Caption is null ? "" : $", caption {loss.Caption.item<float>():0.000}")}";
}
