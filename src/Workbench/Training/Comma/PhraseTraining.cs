using TorchSharp;
using Workbench.Backbones;
using Workbench.Models.Comma;
using static TorchSharp.torch;

namespace Workbench.Training.Comma;

// Shapes: B pictures, R regions, K words, D width.

/// <summary>Trains CoMMA or contrastive phrase grounding on captioned pictures (CoMMA, section 4.2): a random caption of each picture, only words that carry meaning.</summary>
/// <param name="recipe">The recipe.</param>
/// <param name="model">Its model.</param>
/// <param name="images">The pictures of training.</param>
/// <param name="texts">Encodes captions.</param>
public sealed class PhraseTraining(CommaRecipe recipe, nn.Module model, PhraseImages images, TextBank texts) : ITrainingTask<PhraseBatch>
{
    /// <inheritdoc/>
    public string Name => recipe.Name;

    /// <inheritdoc/>
    public nn.Module Model => model;

    /// <summary>Full batches of one epoch, a caption of each picture.</summary>
    public int StepsPerEpoch { get; } = images.Images.Count >= recipe.BatchSize ? images.Images.Count / recipe.BatchSize
        : throw new ArgumentException($"A batch of {recipe.BatchSize} needs as many pictures; there are {images.Images.Count}.", nameof(images));

    /// <inheritdoc/>
    public int Steps => recipe.Steps > 0 ? recipe.Steps : recipe.Epochs * StepsPerEpoch;

    /// <inheritdoc/>
    public long? SeedOf(int number) => Seeds.Combine(recipe.Seed, 9, number);

    /// <inheritdoc/>
    public string Settings => recipe.ToJson();

    /// <inheritdoc/>
    public optim.Optimizer NewOptimizer() => optim.AdamW(model.parameters(), lr: recipe.LearningRate, weight_decay: recipe.WeightDecay);

    /// <inheritdoc/>
    public double LearningRate(int number, IReadOnlyList<float> losses) => recipe.LearningRate * Training.LearningRate.Factor(number, recipe.WarmupSteps ?? StepsPerEpoch, Steps);

    /// <inheritdoc/>
    public PhraseBatch Read(int number)
    {
        int epoch = number / StepsPerEpoch, first = number % StepsPerEpoch * recipe.BatchSize;
        int[] order = [.. Enumerable.Range(0, images.Images.Count)];
        Seeds.Generator(recipe.Seed, 5, epoch).Shuffle(order);
        var captions = new List<string>();
        var values = new List<float[]>();
        int width = 0;
        foreach (int i in order.AsSpan(first, recipe.BatchSize))
        {
            var image = images.Images[i];
            captions.Add(image.Sentences[Seeds.Generator(recipe.Seed, 6, epoch, i).Next(image.Sentences.Count)].Text);
            (float[] regions, width, _) = images.Read(image.Id);
            values.Add(regions);
        }

        return new PhraseBatch([.. captions], [.. values.SelectMany(v => v)], [recipe.BatchSize, images.Regions, width]);
    }

    /// <inheritdoc/>
    public (Tensor Loss, string? Note) Loss(PhraseBatch batch, Device device)
    {
        ArgumentNullException.ThrowIfNull(batch);
        TextFeatures text = texts.Encode(batch.Captions);
        int slots = (int)text.Mask_BK.size(1);
        Tensor mask_BK = tensor(batch.Captions.SelectMany(c => images.ContentMask(c, slots)).ToArray(), [batch.Captions.Length, slots], device: device);
        return (CommaObjective.Loss(recipe, (IRegionWordModel)model, tensor(batch.Regions, batch.Shape, device: device), text.Words_BKD.to(device), mask_BK), null);
    }
}
