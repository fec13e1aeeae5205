using TorchSharp;
using Workbench.Models.Comma;
using static TorchSharp.torch;

namespace Workbench.Training.Comma;

/// <summary>Trains CoMMA, or a trained baseline, on narrated clips as frozen features.</summary>
public sealed class CommaTraining : ITrainingTask<ClipFeatures>
{
    private readonly CommaRecipe _recipe;
    private readonly NarratedClips _clips;
    private readonly TextBank _texts;

    /// <param name="recipe">The recipe.</param>
    /// <param name="model">Its model (<see cref="CommaRecipe.NewModel(Backbones.IBackbone)"/>).</param>
    /// <param name="clips">Clips drawn by its <see cref="CommaRecipe.Sampling"/>.</param>
    /// <param name="texts">Encodes narrations.</param>
    /// <exception cref="ArgumentException">The recipe cannot be trained with, or the model is none of its methods'.</exception>
    public CommaTraining(CommaRecipe recipe, nn.Module model, NarratedClips clips, TextBank texts)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(clips);
        recipe.Check();
        if (model is not IRegionWordModel)
            throw new ArgumentException($"A model of regions and words was expected, got {model?.GetType().Name ?? "null"}.", nameof(model));
        (_recipe, Model, _clips, _texts) = (recipe, model, clips, texts);
        Steps = recipe.Steps > 0 ? recipe.Steps : recipe.Epochs * clips.StepsPerEpoch;
    }

    /// <inheritdoc/>
    public string Name => _recipe.Name;

    /// <inheritdoc/>
    public nn.Module Model { get; }

    /// <inheritdoc/>
    public int Steps { get; }

    /// <inheritdoc/>
    public long? SeedOf(int number) => Seeds.Combine(_recipe.Seed, 9, number);

    /// <inheritdoc/>
    public string Settings => _recipe.ToJson();

    /// <inheritdoc/>
    public optim.Optimizer NewOptimizer() => optim.AdamW(Model.parameters(), lr: _recipe.LearningRate, weight_decay: _recipe.WeightDecay);

    /// <inheritdoc/>
    public double LearningRate(int number, IReadOnlyList<float> losses) => _recipe.LearningRate * Training.LearningRate.Factor(number, _recipe.WarmupSteps ?? _clips.StepsPerEpoch, Steps);

    /// <inheritdoc/>
    public ClipFeatures Read(int number) => _clips.Read(number);

    /// <inheritdoc/>
    public (Tensor Loss, string? Note) Loss(ClipFeatures batch, Device device)
    {
        TrainingBatch features = NarratedClips.ToBatch(batch, _texts, device);
        Tensor regions_BUND = features.Regions_BUND;
        return (CommaObjective.Loss(_recipe, (IRegionWordModel)Model, regions_BUND.reshape(regions_BUND.size(0), -1, regions_BUND.size(-1)), features.Words_BKD, features.Mask_BK), null);
    }
}
