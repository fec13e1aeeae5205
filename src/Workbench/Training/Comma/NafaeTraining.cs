using TorchSharp;
using Workbench.Losses;
using Workbench.Models.Comma;
using static TorchSharp.torch;

namespace Workbench.Training.Comma;

// Shapes: B clips, S frames, P proposals, E entities, C classes, D width.

/// <summary>Trains NAFAE on narrated clips with proposals: SGD with momentum, gradients clipped.</summary>
/// <param name="recipe">The recipe.</param>
/// <param name="model">Its model.</param>
/// <param name="clips">Its clips.</param>
/// <param name="classes_CD">A vector for each class; the authors take GloVe's, we the backbone's for the class name.</param>
public sealed class NafaeTraining(NafaeRecipe recipe, NafaeModel model, NafaeClips clips, Tensor classes_CD) : ITrainingTask<NafaeBatch>
{
    /// <inheritdoc/>
    public string Name => recipe.Name;

    /// <inheritdoc/>
    public nn.Module Model => model;

    /// <inheritdoc/>
    public int Steps { get; } = recipe.Steps > 0 ? recipe.Steps : recipe.Epochs * clips.StepsPerEpoch;

    /// <inheritdoc/>
    public long? SeedOf(int number) => Seeds.Combine(recipe.Seed, 9, number);

    /// <inheritdoc/>
    public string Settings => recipe.ToJson();

    /// <inheritdoc/>
    public optim.Optimizer NewOptimizer() => optim.SGD(model.parameters(), recipe.LearningRate, recipe.Momentum, weight_decay: recipe.WeightDecay);

    /// <inheritdoc/>
    public double LearningRate(int number, IReadOnlyList<float> losses) => recipe.LearningRate;

    /// <inheritdoc/>
    public NafaeBatch Read(int number) => clips.Read(number);

    /// <inheritdoc/>
    public (Tensor Loss, string? Note) Loss(NafaeBatch batch, Device device)
    {
        ArgumentNullException.ThrowIfNull(batch);
        int most = batch.Entities.Max(e => e.Length);
        long[] index = [.. batch.Entities.SelectMany(e => Enumerable.Range(0, most).Select(i => i < e.Length ? (long)e[i] : 0))];
        bool[] mask = [.. batch.Entities.SelectMany(e => Enumerable.Range(0, most).Select(i => i < e.Length))];
        Tensor mask_BE = tensor(mask, [batch.Entities.Length, most], device: device);
        Tensor words_BED = (classes_CD.index_select(0, tensor(index, device: device)).view(batch.Entities.Length, most, -1) * mask_BE.unsqueeze(-1).to(classes_CD.dtype));
        (Tensor total, Tensor ranking, Tensor clustering) = NafaeLoss.Loss(
            model.EmbedProposals(tensor(batch.Proposals, batch.Shape, device: device)), model.EmbedEntities(words_BED), mask_BE, recipe.Margin, recipe.Clustering);
        return (total, $"ranking {ranking.item<float>():0.00}, clustering {clustering.item<float>():0.00}");
    }

    /// <inheritdoc/>
    public void AfterBackward(int number) => nn.utils.clip_grad_norm_(model.parameters(), recipe.Clip);
}
